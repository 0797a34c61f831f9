package org.alongside.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/// The rail: numbered places, children looked at lately, who is signed in. The same list fills the
/// menu "Places" when the window has no room for a rail.
final class Rail extends VBox {
    static final int RECENT_MAX = 6;

    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final ObservableList<Place> places = FXCollections.observableArrayList();
    private final ObservableList<Recent> recent = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable SignedIn> signedIn = new SimpleObjectProperty<>(this, "signedIn", null);
    private final VBox placeList = Boxes.styled(new VBox(), "rail-list");
    private final VBox recentList = Boxes.styled(new VBox(), "rail-list");
    private final Label recentTitle = Boxes.word(Texts.of("ui.recent"), "rail-title");
    private final VBox me = Boxes.styled(new VBox(), "rail-me");
    private final MenuButton menu;
    private final Consumer<Target> go;
    private String here = "";

    Rail(MenuButton menu, Consumer<Target> go) {
        this.menu = menu;
        this.go = go;
        setId("shell-rail");
        getStyleClass().add("rail");
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(placeList, recentTitle, recentList, Boxes.space(), me);
        recent.addListener((ListChangeListener<Recent>) change -> drawRecent());
        signedIn.subscribe(this::drawMe);
        drawRecent();
    }

    void add(Place place) {
        places.add(place);
        var button = new ToggleButton();
        button.setId("shell-place-" + place.screen());
        button.getStyleClass().setAll("place");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        Label number = Boxes.word(Integer.toString(place.number()), "place-number");
        Label word = Boxes.word(place.word(), "place-word");
        Label toDo = Boxes.word("", "place-to-do");
        toDo.textProperty().bind(place.toDoProperty());
        button.setGraphic(Boxes.row(0, number, Icons.of(place.icon()), word, Boxes.space(), toDo));
        button.setAccessibleHelp("Ctrl+" + place.number());
        place.toDoProperty().subscribe(words -> {
            button.setAccessibleText(words.isEmpty() ? place.word() : place.word() + ", " + words);
            fillMenu();
        });
        button.setOnAction(e -> {
            button.setSelected(place.screen().equals(here));
            go.accept(Target.of(place.screen()));
        });
        buttons.put(place.screen(), button);
        placeList.getChildren().add(button);
        fillMenu();
    }

    List<Place> places() {
        return List.copyOf(places);
    }

    ObservableList<Recent> recent() {
        return recent;
    }

    ObjectProperty<@Nullable SignedIn> signedInProperty() {
        return signedIn;
    }

    /// Marks where the user is.
    void mark(String screen) {
        here = screen;
        buttons.forEach((id, button) -> button.setSelected(id.equals(screen)));
    }

    /// Where F6 goes: the place that is marked.
    @Nullable
    Node first() {
        ToggleButton marked = buttons.get(here);
        return marked != null ? marked : buttons.values().stream().findFirst().orElse(null);
    }

    private void drawRecent() {
        Boxes.show(recentTitle, !recent.isEmpty());
        recentList
                .getChildren()
                .setAll(recent.stream()
                        .limit(RECENT_MAX)
                        .<Node>map(this::recentButton)
                        .toList());
        fillMenu();
    }

    private Button recentButton(Recent child) {
        var button = new Button(TypedText.isolated(child.name()), Icons.of("mdomz-person_outline"));
        button.getStyleClass().setAll("place", "recent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(Texts.of("ui.recent-child", child.name()));
        button.setOnAction(e -> go.accept(child.target()));
        return button;
    }

    private void drawMe(@Nullable SignedIn who) {
        me.getChildren().clear();
        if (who != null) {
            me.getChildren()
                    .addAll(
                            Boxes.text(who.name(), "rail-name"),
                            Boxes.text(who.role(), "rail-line"),
                            Boxes.text(who.council(), "rail-line"));
        }
    }

    private void fillMenu() {
        menu.getItems().clear();
        for (Place place : places) {
            String words = place.toDoProperty().get();
            var item = new MenuItem(
                    place.number() + "  " + place.word() + (words.isEmpty() ? "" : ", " + words),
                    Icons.of(place.icon()));
            item.setOnAction(e -> go.accept(Target.of(place.screen())));
            menu.getItems().add(item);
        }
        for (Recent child : recent) {
            var item = new MenuItem(TypedText.isolated(child.name()), Icons.of("mdomz-person_outline"));
            item.setOnAction(e -> go.accept(child.target()));
            menu.getItems().add(item);
        }
    }
}
