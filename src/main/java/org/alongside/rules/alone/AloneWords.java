package org.alongside.rules.alone;

import org.alongside.kernel.Texts;

/// A count in words about the child's plan.
public final class AloneWords {
    private AloneWords() {}

    /// "98 days since seen alone", "Seen alone today", or that it is not asked at this age.
    public static String days(AloneCount count) {
        Integer days = count.daysSinceAlone();
        if (!count.inScope()) {
            return Texts.of("rules.alone.not-in-scope");
        }
        if (days == null) {
            return Texts.of("rules.alone.no-plan");
        }
        String key = count.neverAlone() ? "rules.alone.never" : "rules.alone.days";
        return switch (days) {
            case 0 -> Texts.of(key + ".today");
            case 1 -> Texts.of(key + ".one");
            default -> Texts.of(key, String.valueOf(days));
        };
    }

    /// What the level asks of the plan.
    ///
    /// @param name what the child is called
    public static String level(AloneCount count, String name) {
        if (count.level() == 0) {
            return Texts.of("rules.alone.level.0");
        }
        if (count.childChose()) {
            return Texts.of(
                    count.streak() == 1 ? "rules.alone.chosen.one" : "rules.alone.chosen",
                    name,
                    String.valueOf(count.streak()));
        }
        if (!count.inScope()) {
            return Texts.of("rules.alone.asleep", name, String.valueOf(count.asleepStreak()));
        }
        return Texts.of("rules.alone.level." + count.level(), name);
    }
}
