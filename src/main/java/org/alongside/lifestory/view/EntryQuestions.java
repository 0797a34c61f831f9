package org.alongside.lifestory.view;

import static org.alongside.lifestory.view.WriteEntryPage.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.Named;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.lifestory.EntryDraft;
import org.alongside.lifestory.PartialDay;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.form.Ties;
import org.alongside.ui.form.Writing;
import tools.jackson.databind.node.ObjectNode;

/// What the page of a life-story entry asks, tied to the draft.
final class EntryQuestions {
    private static final List<String> SENSITIVITIES =
            List.of("shared", "with_trusted_adult", "worker_only", "legal_hold");

    /// Where a problem of an entry is answered on the page.
    private static final Map<String, String> ASKED = Map.of(
            "facts", EntryDraft.WORDS,
            "narratives", EntryDraft.WORDS,
            "childs_words", EntryDraft.WORDS,
            "from", EntryDraft.WHEN,
            "sources", EntryDraft.SAYS,
            "media", EntryDraft.ALT_TEXT,
            "answer_due", EntryDraft.FINDS_OUT);

    private final LifeStoryDesk desk;
    private final ChildSummary child;
    private final Named named;
    private final Writing writing;
    private final Ties ties;
    private final List<Node> nodes = new ArrayList<>();
    private final LongQuestion words;
    private final RadioQuestion<String> says;
    private final WhenField when;
    private final PhotoField photo;

    EntryQuestions(LifeStoryDesk desk, ChildSummary child, Named named, Writing writing) {
        this.desk = desk;
        this.child = child;
        this.named = named;
        this.writing = writing;
        this.ties = new Ties(writing);
        words = ties.lines(
                new LongQuestion("life-words", text("words", child.shortName()), desk.clock()), EntryDraft.WORDS);
        words.large();
        words.hint(text("words-hint", child.shortName()));
        words.text().lines(3);
        says = ties.radio(
                new RadioQuestion<>(
                        "life-says",
                        text("says"),
                        List.of(
                                Choice.of(EntryDraft.CHILD, text("says-child", child.shortName())),
                                Choice.of(EntryDraft.SOMEBODY, text("says-somebody")),
                                Choice.of(EntryDraft.WORKER, text("says-worker")),
                                Choice.of(EntryDraft.FILE, text("says-file")))),
                EntryDraft.SAYS);
        says.large();
        when = new WhenField("life-when", text("when"), desk.clock());
        when.large();
        photo = new PhotoField("life-photo", text("photo"), desk, child.id());
        photo.large();
        build();
        writing.onChange(ties::refresh);
    }

    private void build() {
        nodes.add(words);
        LineQuestion title = ties.line(new LineQuestion("life-title", text("title")), EntryDraft.TITLE);
        title.large();
        title.hint(text("title-hint"));
        nodes.add(title);
        kind();
        whoSays();
        tieWhen();
        nodes.add(when);
        photograph();
        readers();
    }

    private void kind() {
        List<String> kinds = Stream.concat(
                        desk.story().form().kinds().stream(), desk.story().form().furtherKinds().stream())
                .toList();
        var kind = new ChoiceField<>(
                "life-kind",
                text("kind"),
                kinds.stream()
                        .map(one -> Choice.of(one, Texts.of("lifestory.kind-" + one)))
                        .toList());
        kind.large();
        nodes.add(ties.choice(kind, "kind"));
        var who = ties.line(
                new LineQuestion("life-finds-out", text("finds-out", child.shortName())), EntryDraft.FINDS_OUT);
        var by = ties.date(
                new DateField("life-finds-out-by", text("finds-out-by"), desk.clock()), EntryDraft.FINDS_OUT_BY);
        nodes.add(ties.when(
                Boxes.styled(Boxes.column(3, who, by), "conditional"),
                () -> writing.text("kind").equals("question")));
    }

    private void whoSays() {
        List<Choice<String>> people = Stream.concat(
                        named.people().stream()
                                .filter(one -> !one.value().equals(child.id().toString())),
                        Stream.of(Choice.of(EntryDraft.OTHER, text("says-other"))))
                .toList();
        var who = ties.choice(new ChoiceField<>("life-says-who", text("says-who"), people), EntryDraft.SAYS_WHO);
        var other = ties.line(new LineQuestion("life-says-other", text("says-other-who")), EntryDraft.SAYS_OTHER);
        ties.when(other, () -> writing.text(EntryDraft.SAYS_WHO).equals(EntryDraft.OTHER));
        says.under(Boxes.column(3, who, other), EntryDraft.SOMEBODY);
        says.under(
                ties.line(new LineQuestion("life-says-where", text("says-where")), EntryDraft.SAYS_WHERE),
                EntryDraft.FILE);
        nodes.add(says);
    }

    private void tieWhen() {
        when.named(EntryDraft.WHEN);
        if (writing.typed(EntryDraft.WHEN).isObject()) {
            when.bring(writing.typed(EntryDraft.WHEN));
        } else {
            when.bring(PartialDay.of(writing.get(EntryDraft.WHEN)));
        }
        when.onKeys(() -> {
            WhenField.Reading is = when.readingProperty().get();
            writing.put(
                    EntryDraft.WHEN, is.whole() && is.day().isKnown() ? is.day().json() : null);
            writing.typed(EntryDraft.WHEN, is.whole() ? null : when.typed());
        });
        ties.add(when);
    }

    private void photograph() {
        photo.named(EntryDraft.PICTURE);
        ties.add(photo);
        if (writing.get(EntryDraft.PICTURE) instanceof ObjectNode picture) {
            photo.bring(picture);
        }
        photo.onChosen(picture -> writing.put(EntryDraft.PICTURE, picture));
        var alt = ties.line(new LineQuestion("life-alt", text("alt")), EntryDraft.ALT_TEXT);
        alt.hint(text("alt-hint"));
        var inIt = ties.line(new LineQuestion("life-in-it", text("in-it")), EntryDraft.IN_IT);
        inIt.hint(text("in-it-hint"));
        nodes.add(photo);
        nodes.add(ties.when(
                Boxes.styled(Boxes.column(3, alt, inIt), "conditional"), () -> writing.has(EntryDraft.PICTURE)));
    }

    private void readers() {
        var readers = new ChoiceField<>(
                "life-readers",
                text("readers"),
                SENSITIVITIES.stream()
                        .map(one -> Choice.of(one, text("reader-" + one, child.shortName())))
                        .toList());
        readers.hint(text("readers-hint"));
        nodes.add(ties.choice(readers, EntryDraft.SENSITIVITY));
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    PhotoField photo() {
        return photo;
    }

    List<Answer> answers() {
        return ties.answers();
    }

    /// Somebody thinks that what the child said on a visit belongs here.
    void takeWords(String said) {
        words.text().bring(said, said.length());
        says.choose(EntryDraft.CHILD);
        words.focusAnswer();
    }

    /// What is to be put right before it can be finished.
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        boolean picture = writing.has(EntryDraft.PICTURE);
        if (!writing.has(EntryDraft.WORDS) && !picture) {
            problems.add(Problem.at(EntryDraft.WORDS, "words-missing", text("missing-words")));
        }
        if (!writing.has(EntryDraft.SAYS)) {
            problems.add(Problem.at(EntryDraft.SAYS, "says-missing", text("missing-says")));
        }
        boolean somebody = writing.text(EntryDraft.SAYS).equals(EntryDraft.SOMEBODY);
        if (somebody && !writing.has(EntryDraft.SAYS_WHO)) {
            problems.add(Problem.at(EntryDraft.SAYS_WHO, "says-who-missing", text("missing-says-who")));
        }
        boolean other = somebody && writing.text(EntryDraft.SAYS_WHO).equals(EntryDraft.OTHER);
        if (other && !writing.has(EntryDraft.SAYS_OTHER)) {
            problems.add(Problem.at(EntryDraft.SAYS_OTHER, "says-other-missing", text("missing-says-who")));
        }
        if (!when.readingProperty().get().whole()) {
            problems.add(Problem.at(EntryDraft.WHEN, "date-half", text("missing-when")));
        }
        if (photo.busyProperty().get()) {
            problems.add(Problem.at(EntryDraft.PICTURE, "photo-busy", text("photo-still")));
        }
        if (picture && !writing.has(EntryDraft.ALT_TEXT)) {
            problems.add(Problem.at(EntryDraft.ALT_TEXT, "alt-missing", text("missing-alt")));
        }
        return problems;
    }

    /// Problems of the entry, at the questions of the page.
    static List<Problem> asked(List<Problem> problems) {
        return problems.stream()
                .map(problem -> {
                    String top = String.valueOf(problem.field()).replaceFirst("[.\\[].*", "");
                    String asked = ASKED.getOrDefault(top, top);
                    return Problem.at(asked, problem.code(), problem.message());
                })
                .toList();
    }
}
