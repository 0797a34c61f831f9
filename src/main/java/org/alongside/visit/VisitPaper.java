package org.alongside.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.alongside.document.pdf.Block;
import org.alongside.document.pdf.Copy;
import org.alongside.document.pdf.PaperContent;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.DayWords;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.record.Amended;
import org.alongside.record.Change;
import org.alongside.rules.Answer;
import org.alongside.rules.Definition;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.FieldKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A finished visit on paper: for staff every answer, what was put right and what was added since; for
/// the family without what the content keeps from a family copy, and saying so.
public final class VisitPaper {
    private final Copy copy;
    private final UnaryOperator<String> nameOf;
    private final Function<UUID, Called> called;
    private final VisitFields fields = VisitFields.shipped();
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> leftOut = new HashSet<>();

    /// @param name in lists and headings
    /// @param shortName in sentences
    /// @param age in words
    public record Called(String name, String shortName, String age) {}

    /// @param nameOf the name of a person or colleague by id
    /// @param called what a child is called
    public VisitPaper(Copy copy, UnaryOperator<String> nameOf, Function<UUID, Called> called) {
        this.copy = copy;
        this.nameOf = nameOf;
        this.called = called;
    }

    public PaperContent of(FinishedVisit visit) {
        blocks.clear();
        leftOut.clear();
        List<String> names = visit.rows().stream()
                .map(row -> called.apply(row.child()).shortName())
                .toList();
        Change first = visit.first();
        blocks.add(Block.Text.quiet(text("written-by", nameOf.apply(visit.author()), when(first))));
        if (copy == Copy.STAFF) {
            blocks.add(Block.Text.quiet(text(visit.councilHasIt() ? "paper.council" : "paper.laptop")));
        }
        visit.rows()
                .getFirst()
                .state()
                .withdrawal()
                .ifPresent(withdrawal -> blocks.add(Block.Text.notice(
                        text("withdrawn", withdrawal.why() == null || copy == Copy.FAMILY ? "" : withdrawal.why()))));
        trip(visit);
        visit.rows().forEach(this::child);
        if (copy == Copy.STAFF) {
            corrections(visit);
            additions(visit);
        } else if (visit.rows().stream()
                .anyMatch(row -> !row.state().additions().isEmpty())) {
            leftOut.add("additions");
        }
        JsonNode trip = now(visit.rows().getFirst(), "visit");
        return new PaperContent(
                text("visit"),
                text("paper.heading", Summaries.names(names)),
                Summaries.when(trip, LocalDate.MIN),
                blocks,
                leftOut.stream().sorted().map(VisitPaper::leftOut).toList());
    }

    /// An answer as it stands now, with what was put right since.
    private static ObjectNode now(FinishedVisit.Row row, String part) {
        return Amended.value(row.state(), "record").path(part) instanceof ObjectNode object ? object : Json.object();
    }

    private void trip(FinishedVisit visit) {
        ObjectNode trip = now(visit.rows().getFirst(), "visit");
        blocks.add(new Block.Heading(2, Words.part(Part.Kind.WHO_WHERE_WHEN)));
        var rows = new ArrayList<Block.Fact>();
        rows.add(new Block.Fact(text("paper.kind"), Summaries.trip(trip)));
        var told = new HashSet<>(Set.of("kind", "place", "mode", "access", "announced", "why_unannounced"));
        told.addAll(Set.of("visit_id", "started_at", "ended_at", "parent_views"));
        if (keeps("parent_views", trip)) {
            for (JsonNode view : trip.path("parent_views")) {
                rows.add(new Block.Fact(
                        text("parent-said", Summaries.personName(view.path("person"), nameOf)),
                        view.path("text").asString("")));
            }
        }
        if (trip.path("people_present").isArray() && trip.path("people_present").isEmpty()) {
            rows.add(new Block.Fact(Words.field("people_present"), text("nobody")));
            told.add("people_present");
        }
        rest(fields.trip(), trip, told, rows);
        blocks.add(new Block.Facts(rows));
    }

    private void child(FinishedVisit.Row row) {
        Called child = called.apply(row.child());
        ObjectNode answers = now(row, "child");
        blocks.add(new Block.Heading(2, child.age().isEmpty() ? child.name() : child.name() + ", " + child.age()));
        ObjectNode mayBeTold = answers.deepCopy();
        if (!keeps("reason_detail", answers)) {
            mayBeTold.remove("reason_detail");
        }
        blocks.add(Block.Text.of(Summaries.seen(mayBeTold)));
        String said = answers.path("child_words").asString("");
        if (keeps("child_words", answers)) {
            blocks.add(new Block.Told(
                    Words.question("child_words", child.shortName()),
                    said.isBlank() ? text("no-words") : Summaries.quoted(said)));
        }
        told(answers, "observed", Words.question("observed", child.shortName()));
        told(answers, "analysis", text("part-think"));
        var rows = new ArrayList<Block.Fact>();
        rows.add(new Block.Fact(Words.field("next_visit"), Summaries.next(answers)));
        if (keeps("promises", answers)) {
            for (JsonNode promise : answers.path("promises")) {
                rows.add(new Block.Fact(
                        Words.field("promises"), new AnswerWords(nameOf).of(eachOf("promises"), promise)));
            }
        }
        var told = new HashSet<>(Set.of("child", "seen", "alone", "alone_minutes", "alone_where", "not_seen_where"));
        told.addAll(Set.of("reason_not_alone", "reason_detail", "bedroom_seen", "child_words", "observed", "analysis"));
        told.addAll(Set.of("next_visit", "promises"));
        rest(fields.row(), answers, told, rows);
        blocks.add(new Block.Facts(rows));
    }

    /// Each of a list by its own fields.
    private FieldDefinition eachOf(String list) {
        FieldDefinition field = fields.row().field(list).orElseThrow();
        return field.kind() instanceof FieldKind.ListOf(var each, var _)
                ? new FieldDefinition(field.id(), each, field.required(), field.meaning(), field.automatic())
                : field;
    }

    private void told(ObjectNode answers, String field, String label) {
        String words = answers.path(field).asString("");
        if (!words.isBlank() && keeps(field, answers)) {
            blocks.add(new Block.Told(label, words));
        }
    }

    /// Every other answer that was given, in the order of the declaration: nothing is dropped in silence.
    private void rest(Definition of, ObjectNode answers, Set<String> told, List<Block.Fact> rows) {
        for (FieldDefinition field : of.fields()) {
            JsonNode answer = answers.path(field.id());
            if (!told.contains(field.id())
                    && !field.automatic()
                    && !Answer.isBlank(answer)
                    && keeps(field.id(), answers)) {
                String words = new AnswerWords(nameOf).of(field, answer);
                rows.add(new Block.Fact(
                        Words.field(field.id()), field.id().equals("rooms_seen") ? Summaries.rooms(answer) : words));
            }
        }
    }

    /// Whether an answer may stand on this copy; one that was given and may not is told at the end.
    private boolean keeps(String field, ObjectNode answers) {
        if (copy == Copy.STAFF || !fields.isLeftOutOfFamilyCopies(field)) {
            return true;
        }
        if (!Answer.isBlank(answers.path(field))) {
            leftOut.add(field);
        }
        return false;
    }

    private void corrections(FinishedVisit visit) {
        var seen = new HashSet<UUID>();
        var rows = new ArrayList<Block>();
        for (FinishedVisit.Row row : visit.rows()) {
            for (String part : List.of("visit", "child")) {
                Definition of = part.equals("visit") ? fields.trip() : fields.row();
                ObjectNode before = row.state().value("record", part) instanceof ObjectNode object
                        ? object.deepCopy()
                        : Json.object();
                for (Change addition : row.state().additions()) {
                    if (VisitRecording.isAmendment(addition)
                            && addition.value().path(part) instanceof ObjectNode answers
                            && (part.equals("child") || seen.add(addition.opId()))) {
                        rows.add(put(of, before, answers));
                        rows.add(by("put-right-by", addition));
                        before.setAll(answers);
                    }
                }
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Heading(2, text("put-right")));
            blocks.addAll(rows);
        }
    }

    private Block put(Definition of, ObjectNode before, ObjectNode answers) {
        var words = new AnswerWords(nameOf);
        var rows = new ArrayList<Block.Fact>();
        answers.properties()
                .forEach(entry -> of.field(entry.getKey())
                        .ifPresent(field -> rows.add(new Block.Fact(
                                Words.field(field.id()),
                                text("was", words.of(field, before.path(field.id()))) + "\n"
                                        + text("now", words.of(field, entry.getValue()))))));
        return new Block.Facts(rows);
    }

    private void additions(FinishedVisit visit) {
        var seen = new HashSet<String>();
        var added = new ArrayList<Block>();
        for (FinishedVisit.Row row : visit.rows()) {
            for (Change addition : row.state().additions()) {
                String words = addition.value().path("text").asString("");
                if (VisitRecording.isAmendment(addition) && !words.isBlank() && seen.add(addition.at() + words)) {
                    added.add(Block.Text.of(words));
                    added.add(by("added-by", addition));
                }
            }
        }
        if (!added.isEmpty()) {
            blocks.add(new Block.Heading(2, text("added")));
            blocks.addAll(added);
        }
    }

    private Block by(String key, Change addition) {
        return Block.Text.quiet(text(
                key, nameOf.apply(addition.author()), when(addition), addition.why() == null ? "" : addition.why()));
    }

    private static String when(Change change) {
        return DayWords.shortDay(Clocks.day(change.at())) + " " + DayWords.time(change.at());
    }

    private static String leftOut(String what) {
        return text("paper.left-out", what.equals("additions") ? text("added") : Words.field(what));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of("visit.view." + key, arguments);
    }
}
