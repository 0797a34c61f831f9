package org.alongside.plan;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The reading age of what a plan says to the family: each action, what will be better, and what
/// happens if not.
public final class PlanReading {
    private PlanReading() {}

    public static Readability of(Plan plan) {
        String all = Stream.concat(
                        Stream.concat(
                                plan.said().worries().stream(),
                                Stream.of(plan.said().seeing(), plan.said().contingency())),
                        plan.actions().stream()
                                .flatMap(action -> Stream.of(action.text(), action.outcome(), action.ifNot())))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        return Readability.of(all, plan.names());
    }
}
