package org.alongside.plan.view;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Staff;
import org.alongside.plan.PlanBook;
import org.alongside.plan.Planning;
import org.alongside.record.Drafts;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;

/// What the pages of plans are given.
public record PlanDesk(
        PlanBook plans,
        Planning planning,
        Drafts drafts,
        Staff staff,
        Supplier<UUID> ids,
        Background background,
        Timers timers,
        Clock clock,
        Doors doors) {

    /// Where these pages lead.
    public interface Doors {
        /// The clash over an action.
        void openConflict(UUID conflict);

        /// The review of the plan that a child is on.
        void review(UUID child);

        /// The plan of a child.
        void openPlan(UUID child);

        /// The family's page of a child's plan, before it is printed.
        void print(UUID child);

        void back();
    }

    /// Who the family can ring when the plan does not say: the council's duty line, if it has one.
    List<String> ring() {
        Staff.Council council = staff.council();
        if (council.dutyPhone().isBlank()) {
            return List.of();
        }
        return List.of(
                council.dutyName().isBlank() ? council.dutyPhone() : council.dutyName() + ": " + council.dutyPhone());
    }
}
