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

    /// What made the level, in a sentence; empty at level 0.
    ///
    /// @param name what the child is called
    public static String why(AloneCount count, String name) {
        Integer days = count.daysSinceAlone();
        if (!count.inScope()) {
            return count.level() == 0
                    ? ""
                    : Texts.of("rules.alone.why.asleep", name, String.valueOf(count.asleepStreak()));
        }
        var words = new StringBuilder();
        if (count.streak() > 0) {
            words.append(Texts.of(
                    count.streak() == 1 ? "rules.alone.why.streak.one" : "rules.alone.why.streak",
                    String.valueOf(count.streak())));
            if (count.childChose()) {
                words.append(Texts.of("rules.alone.why.chose", name));
            } else if (count.obstructed() > 0) {
                words.append(Texts.of(
                        count.obstructed() == 1 ? "rules.alone.why.obstructed.one" : "rules.alone.why.obstructed",
                        String.valueOf(count.obstructed())));
            }
            words.append('.');
        }
        if (days != null && count.window() > 0 && days > count.window()) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(Texts.of("rules.alone.why.window", String.valueOf(days), String.valueOf(count.window())));
        }
        return words.toString();
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
