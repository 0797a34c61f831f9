package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.alongside.exchange.Findings;
import org.alongside.exchange.Unit;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// What the checks of one child found, and which of its parts are kept out. A part once refused is
/// still checked further, so that the report names every fault and not the first alone.
///
/// National rules are named by their number: one that ends in Q is a query, which is said while the
/// part is taken; any other is an error, which keeps the part out.
final class Verdicts {
    private final Findings findings;
    private final @Nullable String record;
    private final Set<Object> refused = Collections.newSetFromMap(new IdentityHashMap<>());

    Verdicts(Findings findings, @Nullable String record) {
        this.findings = findings;
        this.record = record;
    }

    /// Keeps a part out for a reason that has been said already.
    void keepOut(Object part) {
        refused.add(part);
    }

    void refuse(Object part, Unit unit, CinPlace at, String code, Object... words) {
        refused.add(part);
        findings.refuse(unit, at.line(), record, at.path(), code, words);
    }

    void warn(Unit unit, CinPlace at, String code, Object... words) {
        findings.warn(unit, at.line(), record, at.path(), code, words);
    }

    /// A national rule is broken; its number decides whether the part is kept out.
    void rule(String number, Object part, Unit unit, CinPlace at, Object... words) {
        if (number.endsWith("Q")) {
            warn(unit, at, "cin-" + number, words);
        } else {
            refuse(part, unit, at, "cin-" + number, words);
        }
    }

    /// Two days stand in the wrong order.
    void order(DateRules.Rule rule, Object part, CinPlace at, LocalDate day, LocalDate other) {
        boolean national = Character.isDigit(rule.number().charAt(0));
        String code = national ? "cin-" + rule.number() : rule.number().replaceFirst("-Q$", "");
        String words = Texts.of(
                "exchange.order-" + rule.must().name().toLowerCase(Locale.ROOT),
                rule.date(),
                day,
                rule.than(),
                other,
                national ? rule.number() : "");
        if (!rule.isQuery()) {
            refused.add(part);
        }
        var problem = new Problem(code, at.below(rule.date()).path(), words, at.line());
        findings.add(rule.keepsOut(), !rule.isQuery(), record, problem);
    }

    boolean isRefused(Object part) {
        return refused.contains(part);
    }
}
