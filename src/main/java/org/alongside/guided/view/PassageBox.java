package org.alongside.guided.view;

import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.PersonInLife;
import org.alongside.guided.Evidence;
import org.alongside.guided.Passage;
import org.alongside.guided.Sentence;
import org.alongside.kernel.Json;
import org.alongside.kernel.TypedText;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.LongText;
import org.alongside.ui.form.Writing;
import org.alongside.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// A few sentences of one kind: what was seen or heard, what somebody told, or what the writer thinks.
/// The kind is said by one key or chosen in the box's head; the colour follows and the words say it.
/// Beneath stands what the sentences rest on.
final class PassageBox extends VBox implements Answer {
    private static final String ELSE = "else";
    private static final String NOT_SAID = "";

    private final WriteAssessment write;
    private final String path;
    private final String id;
    private final String called;
    private final ComboBox<Choice<String>> kind = new ComboBox<>();
    private final ComboBox<Choice<String>> teller = new ComboBox<>();
    private final LineQuestion somebodyElse;
    private final LongText text;
    private final FlowPane links = new FlowPane();
    private final VBox picking = Boxes.column(1);
    private final FlowPane head = new FlowPane();
    private @Nullable LinkPicker picker;
    private @Nullable Sentence sentence;
    private boolean drawing;

    /// @param path of the passage in the draft
    /// @param id prefix of the controls' ids
    /// @param called the question, and whom it is about, for whoever hears the controls
    PassageBox(WriteAssessment write, String path, String id, Question question, String called) {
        this.write = write;
        this.path = path;
        this.id = id;
        this.called = called;
        getStyleClass().addAll("know", "passage");
        setMinWidth(0);
        text = new LongText(id + "-text", write.desk().clock());
        text.setAccessibleText(called);
        text.getStyleClass().add("know-field");
        somebodyElse = new LineQuestion(id + "-teller", AssessmentWords.text("told-by-whom"));
        kinds(question);
        tellers();
        links.getStyleClass().add("passage-links");
        head.getStyleClass().add("passage-head");
        getChildren().addAll(head, somebodyElse, text, links, picking);
        bring(question);
        text.textProperty().subscribe((was, is) -> typed(is));
        drawLinks();
    }

    private Writing writing() {
        return write.writing();
    }

    private void kinds(Question question) {
        kind.setId(id + "-kind");
        kind.getStyleClass().add("passage-kind");
        kind.setMinWidth(USE_PREF_SIZE);
        kind.setAccessibleText(AssessmentWords.text("kind-of", called));
        kind.setAccessibleHelp(AssessmentWords.text("kind-keys"));
        if (question.expects() == Question.Expects.ANY) {
            kind.getItems().add(Choice.of(NOT_SAID, AssessmentWords.text("kind.plain")));
        }
        for (Sentence one : Sentence.values()) {
            kind.getItems().add(Choice.of(one.word(), AssessmentWords.kind(one)));
        }
        kind.setOnAction(e -> {
            if (!drawing && kind.getValue() != null) {
                say(Sentence.find(kind.getValue().value()).orElse(null));
            }
        });
    }

    private void tellers() {
        teller.setId(id + "-by");
        teller.setAccessibleText(AssessmentWords.text("told-by-of", called));
        teller.setPromptText(AssessmentWords.text("told-by-choose"));
        for (ChildSummary child : write.scene().family().children()) {
            teller.getItems().add(Choice.of(child.id().toString(), child.shortName()));
        }
        for (PersonInLife adult : write.scene().family().adults()) {
            teller.getItems().add(Choice.of(adult.person().toString(), adult.name()));
        }
        teller.getItems().add(Choice.of(ELSE, AssessmentWords.text("told-by-else")));
        teller.setOnAction(e -> {
            Choice<String> chosen = teller.getValue();
            if (drawing || chosen == null) {
                return;
            }
            boolean other = chosen.value().equals(ELSE);
            writing().put(path + ".told_by", other ? somebodyElse.typed() : chosen.value());
            keepKind();
            drawKind();
        });
        somebodyElse.textProperty().subscribe((was, is) -> {
            if (!drawing && isElse()) {
                writing().put(path + ".told_by", TypedText.mended(is));
            }
        });
    }

    private boolean isElse() {
        return teller.getValue() != null && teller.getValue().value().equals(ELSE);
    }

    private void bring(Question question) {
        drawing = true;
        JsonNode there = writing().get(path);
        Passage passage = Passage.read(there);
        boolean begun = there.isObject() && !there.isEmpty();
        sentence = begun && passage.sentence() != null
                ? passage.sentence()
                : begun ? passage.sentence() : expected(question);
        text.bring(passage.text(), 0);
        String told = passage.toldBy();
        Optional<Choice<String>> known = teller.getItems().stream()
                .filter(choice -> choice.value().equals(told))
                .findFirst();
        if (known.isPresent()) {
            teller.setValue(known.get());
        } else if (!told.isBlank()) {
            teller.setValue(teller.getItems().getLast());
            somebodyElse.text().setText(told);
        }
        drawing = false;
        drawKind();
    }

    private static @Nullable Sentence expected(Question question) {
        return switch (question.expects()) {
            case FACT -> Sentence.SEEN;
            case ANALYSIS -> Sentence.THINK;
            case WORDS -> Sentence.TOLD;
            case ANY -> null;
        };
    }

    private void typed(String words) {
        writing().put(path + ".text", TypedText.mended(words));
        keepKind();
    }

    private void keepKind() {
        Sentence now = sentence;
        boolean something = writing().has(path + ".text") || writing().has(path + ".told_by");
        writing().put(path + ".sentence", now != null && something ? Json.MAPPER.valueToTree(now.word()) : null);
    }

    /// Says the kind, by key or from the list.
    void say(@Nullable Sentence now) {
        sentence = now;
        keepKind();
        drawKind();
    }

    private void drawKind() {
        drawing = true;
        Sentence now = sentence;
        String word = now == null ? NOT_SAID : now.word();
        kind.getItems().stream()
                .filter(choice -> choice.value().equals(word))
                .findFirst()
                .ifPresent(kind::setValue);
        getStyleClass().removeAll("saw", "words", "think", "told", "plain");
        boolean told = now == Sentence.TOLD;
        boolean byChild = told
                && teller.getValue() != null
                && write.scene().family().child(teller.getValue().value()).isPresent();
        String style = now == null
                ? "plain"
                : switch (now) {
                    case SEEN -> "saw";
                    case TOLD -> byChild ? "words" : "told";
                    case THINK -> "think";
                };
        getStyleClass().add(style);
        String icon = now == null
                ? "mdoal-edit"
                : switch (now) {
                    case SEEN -> "mdomz-visibility";
                    case TOLD -> "mdoal-format_quote";
                    case THINK -> "mdomz-psychology";
                };
        var parts = new ArrayList<Node>();
        parts.add(Boxes.row(2, Icons.of(icon), kind));
        if (told) {
            parts.add(teller);
        }
        head.getChildren().setAll(parts);
        Boxes.show(somebodyElse, told && isElse());
        drawing = false;
    }

    LongText text() {
        return text;
    }

    /// What it rests on, each with the way to it.
    private void drawLinks() {
        links.getChildren().clear();
        Evidence evidence = write.scene().evidence();
        int index = 0;
        for (JsonNode source : writing().get(path + ".sources")) {
            String key = source.asString("");
            String words = evidence.find(key).map(AssessmentWords::source).orElse(AssessmentWords.text("source.gone"));
            Hyperlink open = new Link(id + "-source-" + index, words, () -> open(key))
                    .called(AssessmentWords.text("of", called, words));
            open.setMinWidth(0);
            open.setWrapText(true);
            open.setGraphic(Icons.small("mdoal-insert_link"));
            Link take = new Link(id + "-unlink-" + index, AssessmentWords.text("unlink"), () -> toggle(key));
            links.getChildren().addAll(open, take.called(AssessmentWords.text("unlink-what", called + ", " + words)));
            index++;
        }
        var add = new Link(id + "-link", AssessmentWords.text("link"), this::pick);
        add.setGraphic(Icons.small("mdoal-insert_link"));
        add.called(AssessmentWords.text("link-what", called));
        links.getChildren().add(add);
    }

    private void open(String key) {
        write.left();
        write.scene().evidence().find(key).ifPresent(source -> {
            switch (source) {
                case Evidence.Source.OfVisit visit ->
                    write.desk().doors().openVisit(visit.visit().record());
                case Evidence.Source.OfNote note ->
                    write.desk().doors().openNote(note.note().record());
                case Evidence.Source.OfEvent event -> write.desk().doors().openTab(event.child(), "chronology");
                case Evidence.Source.OfPerson person -> write.desk().doors().openTab(person.child(), "summary");
            }
        });
    }

    /// Opens the list of what can be linked, or closes it.
    void pick() {
        if (closePicker()) {
            return;
        }
        var opened =
                new LinkPicker(id + "-pick", write.scene().evidence(), this::isLinked, this::toggle, this::closePicker);
        picker = opened;
        picking.getChildren().setAll(opened);
        opened.focus();
    }

    boolean closePicker() {
        if (picker == null) {
            return false;
        }
        picker = null;
        picking.getChildren().clear();
        text.requestFocus();
        return true;
    }

    private boolean isLinked(String key) {
        return writing()
                .get(path + ".sources")
                .valueStream()
                .anyMatch(each -> each.asString("").equals(key));
    }

    private void toggle(String key) {
        ArrayNode sources = Json.array();
        boolean there = isLinked(key);
        writing().get(path + ".sources").forEach(each -> {
            if (!each.asString("").equals(key)) {
                sources.add(each);
            }
        });
        if (!there) {
            sources.add(key);
        }
        writing().put(path + ".sources", sources.isEmpty() ? null : sources);
        drawLinks();
    }

    @Override
    public String field() {
        return path.replaceAll("\\[\\d+]$", "");
    }

    @Override
    public void wrong(String message) {
        text.getStyleClass().remove("wrong");
        if (!message.isEmpty()) {
            text.getStyleClass().add("wrong");
        }
        text.setAccessibleHelp(message);
    }

    @Override
    public void focusAnswer() {
        text.requestFocus();
    }
}
