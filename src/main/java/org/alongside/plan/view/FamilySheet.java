package org.alongside.plan.view;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.alongside.kernel.Texts;
import org.alongside.plan.FamilyPage;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Tag;
import org.jspecify.annotations.Nullable;

/// The family's page beside the plan: a white sheet in every theme, as it will be on paper.
final class FamilySheet extends VBox {
    private final HBox head = Boxes.row(3);
    private final VBox sheet = Boxes.styled(new VBox(), "family-sheet");
    private @Nullable FamilyPage shown;
    private int limit;

    FamilySheet(int limit) {
        this.limit = limit;
        setId("plan-family");
        getStyleClass().add("gap-3");
        setMinWidth(0);
        getChildren().addAll(head, sheet);
    }

    void show(FamilyPage page) {
        if (page.equals(shown)) {
            return;
        }
        shown = page;
        head.getChildren().setAll(Boxes.heading(Texts.of("plan.family.page")));
        Integer age = page.readingAge();
        if (age != null) {
            boolean hard = age > limit;
            head.getChildren()
                    .add(new Tag(
                                    Texts.of(hard ? "plan.family.age-hard" : "plan.family.age", age),
                                    hard ? Tag.Kind.WARNING : Tag.Kind.SUCCESS)
                            .icon(hard ? "mdoal-edit" : "mdoal-check_circle"));
        }
        sheet.getChildren().setAll(Boxes.text(page.title(), "family-title"));
        if (!page.dated().isEmpty()) {
            sheet.getChildren().add(Boxes.text(page.dated(), "family-text"));
        }
        for (FamilyPage.Section section : page.sections()) {
            var block = Boxes.column(1, Boxes.text(section.heading(), "family-heading"));
            section.lines().forEach(line -> block.getChildren().add(line(line)));
            sheet.getChildren().add(block);
        }
    }

    private static Node line(FamilyPage.Line line) {
        return switch (line.kind()) {
            case TEXT -> Boxes.text(line.text(), "family-text");
            case MISSING -> Boxes.text(line.text(), "family-missing");
            case ACTION -> action(line);
        };
    }

    private static Node action(FamilyPage.Line line) {
        var words = Boxes.styled(new TextFlow(new Text(line.text() + " ")), "family-flow");
        if (!line.due().isEmpty()) {
            words.getChildren().add(Boxes.styled(new Text(line.due() + "."), "strong-text"));
        }
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setAccessibleText(line.plain());
        HBox row = Boxes.row(
                2,
                Boxes.word(String.valueOf(Objects.requireNonNullElse(line.number(), 0)), "family-number"),
                Boxes.growing(words));
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
