package org.alongside.rules.content;

import java.util.List;
import org.alongside.rules.content.ContentFile.Header;
import org.alongside.rules.content.ContentFile.SupervisionRules;

/// Reads the content of supervision.
final class SupervisionReader {
    private static final String SLOT = "slot";

    private SupervisionReader() {}

    static SupervisionRules read(Reading in, Header header) {
        return new SupervisionRules(
                header,
                in.whole("shown_groups"),
                in.whole("further_item"),
                in.whole("further_most"),
                in.whole("parking_needs_words_from"),
                in.whole("unnamed_days"),
                in.whole("better_days"),
                in.list("scores", SupervisionReader::score, score -> score.item()),
                in.list("added", SupervisionReader::added),
                in.whole("assessment_working_days"),
                in.whole("undecided_working_days"),
                in.list(
                        "discussion_days",
                        line -> new SupervisionRules.DiscussionDays(
                                line.text("plan"), line.whole("days"), line.text("setting")),
                        days -> days.plan()),
                in.whole("personal_days"),
                in.object(
                        "sign",
                        line -> new SupervisionRules.Sign(
                                line.whole("worker_working_days"),
                                line.whole("supervisor_working_days"),
                                line.whole("unsigned_working_days"),
                                line.whole("red_working_days"),
                                line.whole("look_at_working_days")),
                        () -> new SupervisionRules.Sign(0, 0, 0, 0, 0)),
                in.object(
                        "not_done",
                        line -> new SupervisionRules.NotDone(
                                line.whole("supervisor_decides"), line.whole("service_manager")),
                        () -> new SupervisionRules.NotDone(0, 0)),
                in.texts("no_decision"),
                in.list(
                        "slots",
                        line -> new SupervisionRules.SlotTime(
                                line.word(SLOT, SupervisionRules.Slot.class),
                                line.whole("minutes"),
                                line.word("route", SupervisionRules.Route.class)),
                        slot -> slot.slot().name()),
                in.list(
                        "questions",
                        line -> new SupervisionRules.Reflection(
                                line.id("id"),
                                line.word("kind", SupervisionRules.Reflection.Kind.class),
                                line.word(SLOT, SupervisionRules.Slot.class),
                                line.text("text")),
                        question -> question.id()));
    }

    private static SupervisionRules.Score score(Reading line) {
        return new SupervisionRules.Score(
                line.text("item"),
                line.whole("base"),
                line.whole("more_every"),
                line.whole("more_most"),
                line.whole("order"));
    }

    private static SupervisionRules.Added added(Reading line) {
        List<String> communication = line.texts("communication");
        return new SupervisionRules.Added(
                line.word("when", SupervisionRules.Added.When.class),
                line.whole("years"),
                communication,
                line.whole("points"));
    }
}
