package org.alongside.ui.control;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.ui.Words;
import org.alongside.ui.control.DateReading.Part;
import org.jspecify.annotations.Nullable;

/// A date in three labelled fields, read back in words beside them: what is not shown in words is not
/// a date. What is wrong is said when the focus leaves the three fields, and names the part. The focus
/// never jumps by itself. A date pasted whole is shared out over the three.
public final class DateField extends Question {
    /// Measured as one line; it wraps when it gets less room.
    private static final double ONE_LINE_PX = 10_000;

    private static final String SEPARATORS = "[/.\\-\\s]+";

    private final Clock clock;
    private final TextField day = new PartField();
    private final TextField month = new PartField();
    private final TextField year = new PartField();
    private final Label echo = Boxes.word("", "date-echo");
    private final FlowPane row = new FlowPane();
    private final HBox quick = Boxes.styled(Boxes.row(1), "date-quick");
    private final ReadOnlyObjectWrapper<DateReading> reading =
            new ReadOnlyObjectWrapper<>(this, "reading", new DateReading.Nothing());
    private DateBounds bounds = DateBounds.NONE;
    private boolean sharing;

    /// @param id namespaced and stable; the fields are `id-day`, `id-month`, `id-year`
    /// @param clock says what today is
    public DateField(String id, String words, Clock clock) {
        super(id, words);
        this.clock = clock;
        row.getStyleClass().add("date-row");
        row.setAlignment(Pos.BOTTOM_LEFT);
        row.setPrefWrapLength(ONE_LINE_PX);
        row.setRowValignment(javafx.geometry.VPos.BOTTOM);
        HBox fields = Boxes.row(
                3,
                part(day, Part.DAY, "date-day", Texts.of("ui.day")),
                part(month, Part.MONTH, "date-day", Texts.of("ui.month")),
                part(year, Part.YEAR, "date-year", Texts.of("ui.year")));
        fields.setAlignment(Pos.BOTTOM_LEFT);
        echo.setId(id + "-echo");
        row.getChildren().addAll(fields, echo, quick);
        getChildren().add(row);
        Boxes.show(quick, false);
        Boxes.show(echo, false);
        describe();
    }

    /// Buttons for near days: 0 is today, -1 yesterday, 1 tomorrow.
    public DateField quick(int... daysFromToday) {
        for (int days : daysFromToday) {
            String word = Texts.of(days == 0 ? "ui.today" : days < 0 ? "ui.yesterday" : "ui.tomorrow");
            var button = new Button(word);
            button.setId(getId() + (days == 0 ? "-today" : days < 0 ? "-yesterday" : "-tomorrow"));
            button.getStyleClass().add("flat");
            button.setMinWidth(USE_PREF_SIZE);
            quick.setAlignment(Pos.BOTTOM_LEFT);
            button.setAccessibleText(words() + " " + word);
            button.setOnAction(e -> take(Clocks.today(clock).plusDays(days)));
            quick.getChildren().add(button);
        }
        Boxes.show(quick, true);
        return this;
    }

    /// The question beside the fields instead of over them, where it is short and hangs from another.
    public DateField inline() {
        getChildren().remove(title());
        row.getChildren().addFirst(title());
        title().getStyleClass().add("date-inline");
        title().setWrapText(false);
        return this;
    }

    public DateField within(DateBounds days) {
        bounds = days;
        read();
        return this;
    }

    public ReadOnlyObjectProperty<DateReading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// The day, if the three fields are one.
    public Optional<LocalDate> date() {
        return reading.get().date();
    }

    /// The fields as they stand, for the draft.
    public DateTyped typed() {
        return new DateTyped(day.getText(), month.getText(), year.getText());
    }

    public void bring(DateTyped typed) {
        sharing = true;
        day.setText(typed.day());
        month.setText(typed.month());
        year.setText(typed.year());
        sharing = false;
        read();
    }

    public void take(LocalDate date) {
        bring(DateTyped.of(date));
        wrong("");
    }

    /// Says now what is wrong, if something is; an empty date is no fault of this control.
    public boolean check() {
        if (reading.get() instanceof DateReading.Wrong(Part ignored, String message)) {
            wrong(message);
            return false;
        }
        wrong("");
        return true;
    }

    @Override
    protected Node first() {
        return reading.get() instanceof DateReading.Wrong(Part part, String ignored) ? fieldOf(part) : day;
    }

    @Override
    protected void mark(boolean isWrong) {
        for (TextField field : new TextField[] {day, month, year}) {
            markWrong(field, false);
        }
        if (isWrong) {
            if (reading.get() instanceof DateReading.Wrong(Part part, String ignored)) {
                markWrong(fieldOf(part), true);
            } else {
                markWrong(day, true);
                markWrong(month, true);
                markWrong(year, true);
            }
        }
    }

    @Override
    protected void describe() {
        name(day, Texts.of("ui.day"));
        name(month, Texts.of("ui.month"));
        name(year, Texts.of("ui.year"));
    }

    private void name(TextField field, String part) {
        field.setAccessibleText(words() + " " + part);
        String read = echo.getText();
        field.setAccessibleHelp(read.isEmpty() ? help() : read);
    }

    private VBox part(TextField field, Part part, String styleClass, String word) {
        field.setId(getId() + "-" + part.name().toLowerCase(java.util.Locale.ROOT));
        field.getStyleClass().add(styleClass);
        Label label = Boxes.word(word, "date-part");
        label.setLabelFor(field);
        UnaryOperator<TextFormatter.Change> guard = new TextGuard(why -> {
            if (!why.isEmpty()) {
                wrong(why);
            }
        });
        field.setTextFormatter(new TextFormatter<>(guard));
        field.textProperty().subscribe((was, is) -> typedIn());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                left();
            }
        });
        return Boxes.column(1, label, field);
    }

    /// Shares a whole date out over the three fields; false when it is none.
    private boolean shared(String pasted) {
        String[] parts = pasted.strip().split(SEPARATORS, -1);
        if (parts.length != 3 || TypedText.problem(pasted).isPresent()) {
            return false;
        }
        boolean yearFirst = parts[0].length() == 4;
        bring(yearFirst ? new DateTyped(parts[2], parts[1], parts[0]) : new DateTyped(parts[0], parts[1], parts[2]));
        return true;
    }

    private void typedIn() {
        if (!sharing) {
            read();
            if (!problemProperty().get().isEmpty() && !(reading.get() instanceof DateReading.Wrong)) {
                wrong("");
            }
        }
    }

    private void read() {
        reading.set(DateReading.of(typed(), bounds));
        echo.setText(reading.get().date().map(Words::day).orElse(""));
        Boxes.show(echo, !echo.getText().isEmpty());
        describe();
    }

    private void left() {
        boolean inside = day.isFocused() || month.isFocused() || year.isFocused();
        if (!inside && getScene() != null && !isWithin(getScene().getFocusOwner())) {
            check();
        }
    }

    private boolean isWithin(@Nullable Node node) {
        return node == day || node == month || node == year;
    }

    private TextField fieldOf(Part part) {
        return switch (part) {
            case DAY -> day;
            case MONTH -> month;
            case YEAR -> year;
        };
    }

    /// One of the three; a whole date pasted into it goes to all.
    private final class PartField extends TextField {
        @Override
        public void paste() {
            String pasted = Clipboard.getSystemClipboard().getString();
            if (pasted == null || !shared(pasted)) {
                super.paste();
            }
        }
    }
}
