package org.alongside.ui.control;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import org.alongside.kernel.Texts;
import org.alongside.ui.Words;
import org.jspecify.annotations.Nullable;

/// A time of day by the 24-hour clock in one field: 10:30, 1030, 10.30, 10, 3pm, 3.15 pm. It is read
/// back as 15:15; what is not shown so is not a time.
public final class TimeField extends Question {
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:[:.\\s]?(\\d{2}))?\\s*(am|pm)?", Pattern.CASE_INSENSITIVE);

    private final TextField text = new TextField();
    private final Label echo = Boxes.word("", "date-echo");
    private final ReadOnlyObjectWrapper<@Nullable LocalTime> time = new ReadOnlyObjectWrapper<>(this, "time", null);

    public TimeField(String id, String words) {
        super(id, words);
        text.setId(id + "-text");
        text.getStyleClass().add("time-text");
        title().setLabelFor(text);
        text.setTextFormatter(new TextFormatter<>(new TextGuard(why -> {
            if (!why.isEmpty()) {
                wrong(why);
            }
        })));
        text.textProperty().subscribe((was, is) -> read());
        text.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                check();
            }
        });
        getChildren().add(Boxes.row(3, text, echo));
        describe();
    }

    /// Reads a time.
    static Optional<LocalTime> read(String typed) {
        Matcher found = TIME.matcher(typed.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(found.group(1));
        int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        String half = found.group(3);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
        }
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    public ReadOnlyObjectProperty<@Nullable LocalTime> timeProperty() {
        return time.getReadOnlyProperty();
    }

    public Optional<LocalTime> time() {
        return Optional.ofNullable(time.get());
    }

    /// The field as it stands, for the draft.
    public String typed() {
        return text.getText();
    }

    public void bring(String typed) {
        text.setText(typed);
    }

    public void take(LocalTime at) {
        text.setText(Words.time(at));
        wrong("");
    }

    /// Says now what is wrong, if something is; empty is no fault of this control.
    public boolean check() {
        boolean fine = text.getText().isBlank() || time.get() != null;
        wrong(fine ? "" : Texts.of("ui.time-wrong", text.getText().strip()));
        return fine;
    }

    public TextField text() {
        return text;
    }

    private void read() {
        time.set(read(text.getText()).orElse(null));
        LocalTime at = time.get();
        String words = at == null ? "" : Words.time(at);
        echo.setText(words.equals(text.getText().strip()) ? "" : words);
        if (at != null || text.getText().isBlank()) {
            wrong("");
        }
    }

    @Override
    protected Node first() {
        return text;
    }

    @Override
    protected void mark(boolean isWrong) {
        markWrong(text, isWrong);
    }

    @Override
    protected void describe() {
        text.setAccessibleText(words());
        text.setAccessibleHelp(help());
    }
}
