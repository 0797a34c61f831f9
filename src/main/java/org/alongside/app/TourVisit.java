package org.alongside.app;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.alongside.kernel.Texts;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.FieldKind;
import org.alongside.visit.VisitFields;

/// Records a visit in the tour, question by question, as a worker does after it: first a little, then
/// too early to the end, then the rest. It fits any family of any council file.
final class TourVisit {
    private static final List<String> METHODS = VisitFields.shipped().row().field("communication_method").stream()
            .map(FieldDefinition::kind)
            .flatMap(kind -> kind instanceof FieldKind.ListOf list ? Stream.of(list.each()) : Stream.of(kind))
            .flatMap(kind -> kind instanceof FieldKind.OneOf one ? one.values().stream() : Stream.empty())
            .toList();

    private final Hands hands;
    private final Album album;
    private final LocalDate today;
    private int children;

    TourVisit(Hands hands, Album album, LocalDate today) {
        this.hands = hands;
        this.album = album;
        this.today = today;
    }

    /// From the first part to the finished visit; the page of the recording is on show.
    void record() {
        hands.until("the first part", () -> hands.window().stage().getScene().lookup("#visit-visit-kind") != null);
        album.take("visit-begun");
        who();
        while (hands.shows("visit-parts-child-" + children) || part("children-" + children + "-seen")) {
            child(children++);
        }
        home();
        tooEarly();
        think();
        next();
        finish();
    }

    /// Whether the part on show asks this.
    private boolean part(String path) {
        return hands.shows("visit-" + path);
    }

    private void forward() {
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private void who() {
        hands.push("visit-visit-started_at-today");
        hands.write("visit-visit-started_at-time", "08:05");
        hands.write("visit-visit-ended_at-time", "08:50");
        hands.tabTo("visit-visit-kind");
        album.take("visit-choice", () -> open(true), () -> open(false));
        hands.choose("visit-visit-kind", "statutory_visit");
        hands.choose("visit-visit-place", "home");
        hands.choose("visit-visit-mode", "in_person");
        hands.choose("visit-visit-announced", "true");
        hands.choose("visit-visit-access", "admitted");
        hands.tick("visit-visit-people_present-nobody");
        album.take("visit-who");
        forward();
    }

    /// Opens or closes the list of the choice that has the focus.
    private void open(boolean wanted) {
        boolean open = hands.on(
                () -> hands.window().stage().getScene().getFocusOwner() instanceof ComboBox<?> box && box.isShowing());
        if (open != wanted) {
            hands.press(KeyCode.F4);
        }
    }

    private void child(int index) {
        String id = "visit-children-" + index + "-";
        boolean asleep = index == 1;
        hands.choose(id + "seen", asleep ? "asleep" : "awake");
        boolean young = !hands.shows(id + "alone");
        if (!young) {
            hands.choose(id + "alone", index == 0 ? "alone_partial" : "not_alone");
            if (index == 0) {
                hands.write(id + "alone_minutes", "15");
                hands.choose(id + "alone_where", "own_bedroom");
            }
        }
        if (hands.shows(id + "reason_not_alone")) {
            hands.choose(id + "reason_not_alone", asleep ? "child_asleep" : "carer_always_present");
            hands.write(id + "reason_detail", Texts.of("app.tour-say-reason"));
            hands.write(id + "next_visit-alone_plan", Texts.of("app.tour-say-plan"));
            date(id + "next_visit-date");
        }
        if (hands.shows(id + "told_about_sharing")) {
            hands.choose(id + "told_about_sharing", "true");
        }
        if (!asleep && index == 0) {
            hands.write(id + "child_words", Texts.of("app.tour-say-words"));
        }
        hands.write(
                id + "observed",
                Texts.of(young ? "app.tour-say-young" : asleep ? "app.tour-say-asleep" : "app.tour-say-observed"));
        album.take(index == 0 ? "visit-child" : "visit-child-next");
        hands.choose(id + "bedroom_seen", index == 0 ? "yes_with_child" : "yes_without_child");
        hands.tick(id + "communication_method-" + METHODS.indexOf(young || asleep ? "observation" : "speech"));
        forward();
    }

    private void date(String id) {
        LocalDate day = today.plusDays(6);
        hands.tabTo(id);
        hands.type(Integer.toString(day.getDayOfMonth()));
        hands.write(id + "-month", Integer.toString(day.getMonthValue()));
        hands.write(id + "-year", Integer.toString(day.getYear()));
    }

    private void home() {
        hands.tick("visit-visit-rooms_seen-0");
        hands.tick("visit-visit-rooms_seen-1");
        hands.write("visit-visit-home_conditions", Texts.of("app.tour-say-home"));
        hands.tick("visit-visit-parent_views-nobody");
        album.take("visit-home");
        forward();
    }

    /// To the last part and Finish, before everything is answered.
    private void tooEarly() {
        album.take("visit-think-empty");
        forward();
        forward();
        album.take("visit-check");
        forward();
        hands.until("the error summary", () -> hands.window().stage().getScene().lookup("#visit-errors-0") != null);
        album.take("visit-errors");
        hands.press(KeyCode.ALT, KeyCode.PAGE_UP);
        hands.press(KeyCode.ALT, KeyCode.PAGE_UP);
    }

    private void think() {
        for (int index = 0; index < children; index++) {
            hands.write("visit-children-" + index + "-analysis", Texts.of("app.tour-say-think"));
        }
        album.take("visit-think");
        forward();
    }

    private void next() {
        for (int index = 0; index < children; index++) {
            String id = "visit-children-" + index + "-next_visit-";
            if (hands.on(() -> isEmpty(id + "date-day"))) {
                date(id + "date");
            }
            hands.write(id + "place", Texts.of("app.tour-say-place"));
            if (hands.shows(id + "alone_plan") && hands.on(() -> isEmpty(id + "alone_plan-text"))) {
                hands.write(id + "alone_plan", Texts.of("app.tour-say-plan"));
            }
        }
        album.take("visit-next");
        forward();
    }

    private boolean isEmpty(String id) {
        return hands.window().stage().getScene().lookup("#" + id) instanceof javafx.scene.control.TextInputControl field
                && field.getText().isEmpty();
    }

    private void finish() {
        album.take("visit-whole");
        forward();
        if (hands.shows("visit-errors-0")) {
            throw new IllegalStateException("the visit of the tour is not whole: "
                    + hands.on(() -> hands.window()
                            .stage()
                            .getScene()
                            .lookup("#visit-errors")
                            .getAccessibleText()));
        }
        hands.until(
                "the finished visit", () -> hands.window().stage().getScene().lookup("#visit-add") != null);
        album.take("visit-finished");
    }
}
