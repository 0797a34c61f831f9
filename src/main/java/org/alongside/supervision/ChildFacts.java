package org.alongside.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.rules.alone.AloneCount;
import org.jspecify.annotations.Nullable;

/// What an agenda reads of one child's case.
///
/// @param plan the highest plan today; empty when there is none
/// @param communication how the child communicates, as the record has it; empty when it does not say
/// @param visitDue the next visit's date; null when no rule sets one
/// @param visitOverdue working days it is overdue
/// @param assessments open assessments, each with the working days it has run
/// @param undecided injuries and disclosures without a decision, each with the day it was noticed
/// @param lastDiscussed the last day on which the child was talked through; null: never
/// @param discussedFrom the day from which a child never talked through counts
/// @param unanswered challenges whose answer is past due
/// @param unsigned records that stand unsigned for too long
/// @param lastNamed the last day on which anybody wrote about the child
/// @param better sentences about what got better
public record ChildFacts(
        ChildSummary child,
        String plan,
        AloneCount alone,
        String communication,
        @Nullable LocalDate visitDue,
        int visitOverdue,
        List<Running> assessments,
        List<Since> undecided,
        @Nullable LocalDate lastDiscussed,
        @Nullable LocalDate discussedFrom,
        List<Since> unanswered,
        List<Since> unsigned,
        @Nullable LocalDate lastNamed,
        List<String> better) {
    public ChildFacts {
        assessments = List.copyOf(assessments);
        undecided = List.copyOf(undecided);
        unanswered = List.copyOf(unanswered);
        unsigned = List.copyOf(unsigned);
        better = List.copyOf(better);
    }

    public UUID id() {
        return child.id();
    }

    /// An assessment that is not authorised.
    public record Running(UUID record, int workingDays) {}

    /// A record of which something is owed since a day.
    public record Since(UUID record, LocalDate day) {}
}
