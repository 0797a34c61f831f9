package org.alongside.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.alongside.ui.Fx;
import org.alongside.ui.Target;
import org.alongside.ui.gallery.SampleShell;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every control of the kit in the whole frame, in each theme at both ends of the text size.
class KitAuditTest {
    private Look look;
    private SampleShell sample;
    private Stage stage;

    @BeforeEach
    void window() {
        look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
        sample = Fx.get(() -> new SampleShell(look, Background.direct(fault -> {
            throw new IllegalStateException(fault.cause());
        })));
        stage = Fx.show(() -> sample.shell().scene(1280, 800), look);
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            stage.close();
            look.themeProperty().set(Theme.LIGHT);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,P100,1280,800",
        "DARK,P100,1280,800",
        "CONTRAST,P100,1280,800",
        "LIGHT,P100,1000,700",
        "LIGHT,P150,1280,800",
        "LIGHT,P200,1024,700",
        "DARK,P200,1024,700",
        "CONTRAST,P200,1024,700"
    })
    void everyControlPassesTheAudit(Theme theme, TextSize size, double width, double height) {
        Fx.run(() -> {
            look.themeProperty().set(theme);
            look.textSizeProperty().set(size);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Fx.settle();
        var findings = new ArrayList<String>();
        for (String screen : List.of("today", "caseload", "visits", "check", "child", "controls")) {
            Fx.run(() -> sample.router().go(Target.of(screen)));
            Fx.settle();
            Fx.get(() -> AccessibilityAudit.of(stage.getScene())).forEach(f -> findings.add(screen + " " + f));
        }
        assertThat(findings).isEmpty();
    }
}
