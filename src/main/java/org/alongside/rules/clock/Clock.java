package org.alongside.rules.clock;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.rules.content.Rule;
import org.jspecify.annotations.Nullable;

/// One clock of one child: a rule, what started it, its date and how it stands.
///
/// @param triggerType the record type that started it
/// @param trigger that record
/// @param at when it started
/// @param from the day from which this date counts: of an interval that was met, the last time
/// @param metAt when it was met; of an interval, the last time
public record Clock(
        Rule rule,
        UUID child,
        String triggerType,
        UUID trigger,
        FactValue at,
        LocalDate from,
        Due due,
        @Nullable FactValue metAt,
        State state,
        String explanation) {}
