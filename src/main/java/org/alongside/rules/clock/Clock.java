package org.alongside.rules.clock;

import java.util.UUID;
import org.alongside.rules.content.Rule;
import org.jspecify.annotations.Nullable;

/// One clock of one child: a rule, what started it, its date and how it stands.
///
/// @param triggerType the record type that started it
/// @param trigger that record
/// @param at when it started
/// @param metAt when it was met; of an interval, the last time
public record Clock(
        Rule rule,
        UUID child,
        String triggerType,
        UUID trigger,
        FactValue at,
        Due due,
        @Nullable FactValue metAt,
        State state,
        String explanation) {}
