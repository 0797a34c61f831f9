package org.alongside.lifestory.view;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.lifestory.PartialDay;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A day as well as it is known: the day, or only month and year, or the year. What is left empty is not
/// known, and that is said in words beside the fields.
final class WhenField extends Question {
    private final Clock clock;
    private final TextField day = new TextField();
    private final TextField month = new TextField();
    private final TextField year = new TextField();
    private final CheckBox about = new CheckBox(Texts.of("lifestory.view.when-about"));
    private final Label echo = Boxes.text("", "date-echo");
    private final ReadOnlyObjectWrapper<Reading> reading =
            new ReadOnlyObjectWrapper<>(this, "reading", new Reading(PartialDay.UNKNOWN, true));

    private Runnable listener = () -> {};

    /// @param whole whether the fields are a day, a month, a year or nothing
    record Reading(PartialDay day, boolean whole) {}

    WhenField(String id, String words, Clock clock) {
        super(id, words);
        this.clock = clock;
        hint(Texts.of("lifestory.view.when-hint"));
        var row = new FlowPane();
        row.getStyleClass().add("date-row");
        row.setAlignment(Pos.BOTTOM_LEFT);
        row.setRowValignment(javafx.geometry.VPos.BOTTOM);
        var today = Buttons.quiet(
                id + "-today", Texts.of("ui.today"), () -> bring(PartialDay.of(day(Clocks.today(clock)))));
        today.setAccessibleText(words + " " + Texts.of("ui.today"));
        about.setId(id + "-about");
        about.getStyleClass().add("date-about");
        var fields = Boxes.row(
                3,
                part(day, "day", "date-day", Texts.of("ui.day")),
                part(month, "month", "date-day", Texts.of("ui.month")),
                part(year, "year", "date-year", Texts.of("ui.year")));
        fields.setAlignment(Pos.BOTTOM_LEFT);
        row.getChildren().addAll(fields, today, about, echo);
        getChildren().add(row);
        about.selectedProperty().subscribe((was, is) -> read());
        describe();
        read();
    }

    private VBox part(TextField field, String name, String style, String words) {
        field.setId(getId() + "-" + name);
        field.getStyleClass().add(style);
        field.textProperty().subscribe((was, is) -> read());
        Label label = Boxes.word(words, "date-part");
        label.setLabelFor(field);
        return Boxes.column(0, label, field);
    }

    private static JsonNode day(LocalDate date) {
        return new PartialDay(date.toString(), "exact").json();
    }

    ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Hears of every key, also of those that make no other date.
    void onKeys(Runnable hearing) {
        listener = hearing;
    }

    /// The keys as they stand, for the draft.
    ObjectNode typed() {
        return Json.object()
                .put("day", day.getText())
                .put("month", month.getText())
                .put("year", year.getText());
    }

    void bring(JsonNode keys) {
        day.setText(keys.path("day").asString(""));
        month.setText(keys.path("month").asString(""));
        year.setText(keys.path("year").asString(""));
    }

    void bring(PartialDay known) {
        String[] parts = known.text().split("-", -1);
        year.setText(parts[0]);
        month.setText(parts.length > 1 ? stripped(parts[1]) : "");
        day.setText(parts.length > 2 ? stripped(parts[2]) : "");
        about.setSelected(known.certainty().equals("about"));
        wrong("");
    }

    private static String stripped(String digits) {
        return digits.replaceFirst("^0", "");
    }

    private void read() {
        String text = text();
        Optional<PartialDay> known = text.isEmpty() ? Optional.of(PartialDay.UNKNOWN) : known(text);
        boolean future = known.flatMap(PartialDay::first)
                .filter(first -> first.isAfter(Clocks.today(clock)))
                .isPresent();
        echo.setText(
                future
                        ? Texts.of("lifestory.view.when-future")
                        : known.map(PartialDay::words).orElse(Texts.of("lifestory.view.when-half")));
        reading.set(new Reading(known.orElse(PartialDay.UNKNOWN), known.isPresent() && !future));
        if (known.isPresent()) {
            wrong("");
        }
        listener.run();
    }

    private Optional<PartialDay> known(String text) {
        var value = Json.object().put("date", text);
        if (about.isSelected()) {
            value.put("certainty", "about");
        }
        return Optional.of(PartialDay.of(value)).filter(PartialDay::isKnown);
    }

    /// Year, year and month, or all three; anything else is not a date.
    private String text() {
        String d = day.getText().strip();
        String m = month.getText().strip();
        String y = year.getText().strip();
        if (d.isEmpty() && m.isEmpty() && y.isEmpty()) {
            return "";
        }
        if (!y.matches("\\d{4}") || !d.isEmpty() && m.isEmpty()) {
            return "?";
        }
        return y + (m.isEmpty() ? "" : "-" + two(m)) + (d.isEmpty() ? "" : "-" + two(d));
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    @Override
    protected Node first() {
        return day;
    }

    @Override
    protected void mark(boolean isWrong) {
        markWrong(day, isWrong);
        markWrong(month, isWrong);
        markWrong(year, isWrong);
    }

    @Override
    protected void describe() {
        day.setAccessibleText(words() + " " + Texts.of("ui.day"));
        month.setAccessibleText(words() + " " + Texts.of("ui.month"));
        year.setAccessibleText(words() + " " + Texts.of("ui.year"));
        day.setAccessibleHelp(help());
        about.setAccessibleHelp(help());
    }
}
