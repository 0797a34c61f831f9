package org.alongside.child.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.stage.Stage;
import org.alongside.chronology.Chronology;
import org.alongside.kernel.Json;
import org.alongside.record.Change;
import org.alongside.record.StreamId;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.testing.RecordWindows;
import org.alongside.ui.Fx;
import org.alongside.ui.Target;
import org.alongside.ui.audit.AccessibilityAudit;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every window of records, in the themes and at both ends of the text size.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordAuditTest {
    private MarlbrookLaptop marlbrook;
    private Look look;
    private RecordWindows windows;
    private Stage stage;
    private final Map<String, Target> pages = new LinkedHashMap<>();

    @BeforeAll
    void aLaptopWithAClash(@TempDir Path folder) {
        marlbrook = MarlbrookLaptop.of(folder.resolve("laptop"));
        UUID ellis = marlbrook.child("Ellis");
        List<UUID> before = marlbrook
                .laptop()
                .log()
                .find(StreamId.ofCase(ellis), ellis)
                .orElseThrow()
                .heads()
                .getOrDefault("pen_picture", List.of())
                .stream()
                .map(Change::opId)
                .toList();
        marlbrook.laptop().facts().set(ellis, "pen_picture", Json.object().put("text", "Mine."), before, null);
        marlbrook.arrives(ellis, "pen_picture", Json.object().put("text", "Theirs."), before, "somebody");
        look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
        windows = Fx.get(() -> new RecordWindows(
                        marlbrook.laptop(),
                        look,
                        Background.direct(fault -> {
                            throw new IllegalStateException(fault.cause());
                        }),
                        Timers.ofWindow())
                .registered());
        stage = Fx.show(() -> windows.shell().scene(1280, 800), look);
        String event = new Chronology(
                        marlbrook.laptop().log(), marlbrook.laptop().types())
                .of(ellis).stream()
                        .filter(Chronology.Entry::isEntry)
                        .findFirst()
                        .orElseThrow()
                        .record()
                        .toString();
        pages.put("today", Target.of("today"));
        pages.put("caseload", Target.of("caseload"));
        for (String tab : List.of("summary", "chronology", "visits", "notes", "history")) {
            pages.put(tab, windows.child(ellis, tab));
        }
        pages.put("add-person", Target.of("add-person", "child", ellis.toString()));
        pages.put("record-event", Target.of("record-event", "child", ellis.toString()));
        pages.put("amend", Target.of("amend", "child", ellis.toString()).with("record", event));
        pages.put("conflicts", Target.of("conflicts"));
        pages.put("activity", Target.of("activity"));
        pages.put("outbox", Target.of("outbox"));
    }

    @AfterAll
    void close() {
        Fx.run(() -> {
            windows.router().leave();
            stage.close();
            look.themeProperty().set(Theme.LIGHT);
            look.textSizeProperty().set(TextSize.P100);
        });
        marlbrook.close();
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,P100,1280,800",
        "DARK,P100,1280,800",
        "LIGHT,P100,1000,700",
        "LIGHT,P200,1280,800",
        "CONTRAST,P200,1280,800"
    })
    void everyWindowPassesTheAudit(Theme theme, TextSize size, double width, double height) {
        Fx.run(() -> {
            look.themeProperty().set(theme);
            look.textSizeProperty().set(size);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Fx.settle();
        var findings = new ArrayList<String>();
        pages.forEach((name, target) -> {
            Fx.run(() -> windows.router().go(target));
            Fx.settle();
            Fx.get(() -> AccessibilityAudit.of(stage.getScene()))
                    .forEach(finding -> findings.add(name + " " + finding));
        });
        assertThat(findings).isEmpty();
    }
}
