package org.alongside.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import org.alongside.guided.Assessments;
import org.alongside.guided.Scene;
import org.alongside.kernel.Json;
import org.alongside.record.Drafts;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.alongside.testing.FilledForm;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.ui.Fx;
import org.alongside.ui.Target;
import org.alongside.ui.picture.Pictures;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import tools.jackson.databind.node.ObjectNode;

/// Saves pictures of the windows of the guided assessment, to be held beside the mock-up:
/// `AssessmentPictures FOLDER [light|dark|contrast|200|1000 …]`.
public final class AssessmentPictures {
    private AssessmentPictures() {}

    public static void main(String[] args) throws IOException {
        try {
            all(args);
        } finally {
            Fx.run(javafx.application.Platform::exit);
        }
    }

    private static void all(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Path home = Files.createTempDirectory("pictures").resolve("laptop");
        UUID draft;
        UUID sent;
        String ellis;
        try (var marlbrook = MarlbrookLaptop.of(home)) {
            Assessments assessments = marlbrook.laptop().assessments();
            List<UUID> children = List.of(marlbrook.child("Ellis"), marlbrook.child("Romy"), marlbrook.child("Fern"));
            ellis = children.getFirst().toString();
            Drafts.Draft begun =
                    assessments.begin("child-and-family-assessment", children, MarlbrookLaptop.TODAY.minusDays(28));
            draft = write(assessments, begun).id();
            Drafts.Draft other = FilledForm.fill(
                    assessments,
                    assessments.begin("child-and-family-assessment", children, MarlbrookLaptop.TODAY.minusDays(130)));
            marlbrook.laptop().signingOff().send(other.id());
            sent = other.id();
            for (UUID child : children) {
                marlbrook.arrives(
                        Intent.group(
                                        StreamId.ofCase(child),
                                        sent,
                                        "child_and_family_assessment",
                                        "sign_off",
                                        marlbrook
                                                .laptop()
                                                .log()
                                                .find(StreamId.ofCase(child), sent)
                                                .orElseThrow()
                                                .heads()
                                                .get("sign_off")
                                                .stream()
                                                .map(change -> change.opId())
                                                .toList(),
                                        Json.object().put("step", "returned"))
                                .because("Who was in the house on the nights that Romy spoke of? Ask Ellis alone, and"
                                        + " write the second explanation as if you believed it."),
                        "m_deborah",
                        MarlbrookLaptop.CLOCK.instant().minus(Duration.ofHours(3)));
            }
        }
        try (var open = new OpenWindow(home)) {
            open.signIn();
            for (String name : args.length > 1 ? List.of(args).subList(1, args.length) : List.of("light")) {
                Fx.run(() -> {
                    open.window
                            .look()
                            .themeProperty()
                            .set(
                                    name.equals("dark")
                                            ? Theme.DARK
                                            : name.equals("contrast") ? Theme.CONTRAST : Theme.LIGHT);
                    open.window.look().textSizeProperty().set(name.equals("200") ? TextSize.P200 : TextSize.P100);
                    open.window.stage().setWidth(name.equals("1000") ? 1000 : 1280);
                    open.window.stage().setHeight(800);
                });
                Fx.settle();
                go(open, Target.of("child", "child", ellis).with("tab", "assessment"));
                save(open, folder, name + "-1-tab");
                go(open, Target.of("assessment", "draft", draft.toString()));
                save(open, folder, name + "-2-why-now");
                part(open, "s2");
                save(open, folder, name + "-3-then-and-now");
                scroll(open, 0.5);
                save(open, folder, name + "-3b-history");
                part(open, "s3");
                save(open, folder, name + "-4-each-child");
                part(open, "s5");
                save(open, folder, name + "-5-adults");
                part(open, "s7");
                save(open, folder, name + "-6-harm");
                part(open, "send");
                save(open, folder, name + "-7-send");
                go(open, Target.of("assessment-read", "record", sent.toString()));
                save(open, folder, name + "-8-read");
                var line = open.window.stage().getScene().lookup("#assessment-read-parts-sign");
                if (line instanceof javafx.scene.control.ToggleButton button) {
                    Fx.run(button::fire);
                    open.idle();
                }
                save(open, folder, name + "-9-sign");
                go(open, Target.of("sign-offs"));
                save(open, folder, name + "-10-sign-offs");
            }
        }
    }

    private static Drafts.Draft write(Assessments assessments, Drafts.Draft draft) {
        ObjectNode body = draft.body().deepCopy();
        Scene scene = assessments.scene(draft);
        var children = scene.family().children();
        var events = scene.evidence().sources().stream()
                .filter(source -> source instanceof org.alongside.guided.Evidence.Source.OfEvent)
                .map(org.alongside.guided.Evidence.Source::id)
                .toList();
        ObjectNode answers = body.withObjectProperty("answers");
        answers.set(
                "CF01",
                Json.array()
                        .add(passage(
                                        "A neighbour rang at 22:10 on 16 September: the three children were alone and"
                                                + " Fern was crying.",
                                        "seen",
                                        "")
                                .set("sources", Json.array().add(events.getFirst())))
                        .add(passage(
                                "“I was only at the shop.”",
                                "told",
                                scene.family().adults().getFirst().person().toString())));
        answers.set(
                "CF22",
                Json.array()
                        .add(passage(
                                "Food and being left alone have come back after each plan closed. Carly is engaging"
                                        + " with the family worker now, so mornings should improve.",
                                "think",
                                "")));
        answers.set(
                "CF70",
                Json.object().set("value", Json.array().add("neglect").add("da").add("alcohol")));
        var friend = answers.withObjectProperty("CF30");
        friend.set(
                children.get(0).id().toString(),
                Json.array()
                        .add(passage(
                                "Ellis makes the best toast in the house and knows every bus in Marlbrook by its"
                                        + " number.",
                                "seen",
                                "")));
        friend.set(
                children.get(1).id().toString(),
                Json.array()
                        .add(passage(
                                "I can count to a hundred and I have a purple bag.",
                                "told",
                                children.get(1).id().toString())));
        var history = body.withObjectProperty("then_and_now");
        scene.thenAndNow().pairs().stream()
                .limit(2)
                .forEach(pair -> history.withObjectProperty(
                                pair.then().child().id().toString())
                        .set(pair.then().record().toString(), Json.object().put("answer", "same")));
        scene.thenAndNow().pairs().stream()
                .skip(2)
                .limit(1)
                .forEach(pair -> history.withObjectProperty(
                                pair.then().child().id().toString())
                        .set(
                                pair.then().record().toString(),
                                Json.object()
                                        .put("answer", "not_same")
                                        .put("why", "Two other dentists saw him since.")));
        return assessments.keep(new Drafts.Draft(
                draft.id(), draft.kind(), draft.children(), body, draft.place(), draft.begunAt(), draft.savedAt()));
    }

    private static ObjectNode passage(String text, String kind, String by) {
        ObjectNode passage = Json.object().put("text", text).put("sentence", kind);
        if (!by.isEmpty()) {
            passage.put("told_by", by);
        }
        return passage;
    }

    private static void go(OpenWindow open, Target target) {
        Fx.run(() -> open.router().go(target));
        open.idle();
    }

    private static void part(OpenWindow open, String part) {
        Node line = open.window.stage().getScene().lookup("#assessment-parts-" + part);
        Fx.run(() -> {
            if (line instanceof javafx.scene.control.ToggleButton button) {
                button.fire();
            } else {
                var chooser = (javafx.scene.control.ComboBox<?>) open.node("assessment-parts-chooser");
                chooser.getSelectionModel()
                        .select(
                                part.equals("send")
                                        ? chooser.getItems().size() - 1
                                        : Integer.parseInt(part.substring(1)));
            }
        });
        open.idle();
    }

    private static void scroll(OpenWindow open, double to) {
        Fx.run(() -> ((javafx.scene.control.ScrollPane) open.node("assessment-scroll")).setVvalue(to));
        Fx.settle();
    }

    private static void save(OpenWindow open, Path folder, String name) {
        Fx.settle();
        Fx.run(() -> {
            try {
                Pictures.save(open.window.stage(), folder.resolve(name + ".png"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
