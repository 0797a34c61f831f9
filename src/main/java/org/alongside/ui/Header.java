package org.alongside.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.alongside.kernel.Texts;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.theme.Icons;
import org.alongside.ui.theme.Logo;

/// Head of the window: logo (or the places as a menu when there is no room for the rail), search,
/// and the few commands that are always wanted, with their keys.
final class Header extends HBox {
    private final StackPane brand = new StackPane(new Logo(Texts.of("ui.product")));
    private final MenuButton places = new MenuButton(Texts.of("ui.places"), Icons.of("mdomz-menu"));
    private final TextField search = new TextField();
    private final Label searchKey = Boxes.word("Ctrl+K", "key-hint");
    private final StackPane searchBox;
    private final Region between = Boxes.space();
    private final Map<Button, Label> buttons = new LinkedHashMap<>();

    Header() {
        setId("shell-header");
        getStyleClass().add("bar-top");
        brand.getStyleClass().add("brand");
        brand.setAlignment(Pos.CENTER_LEFT);
        places.setId("shell-places");
        places.setMinWidth(USE_PREF_SIZE);
        search.setId("shell-search");
        search.getStyleClass().add("search-field");
        search.setPromptText(Texts.of("ui.search-prompt"));
        search.setAccessibleText(Texts.of("ui.search-name"));
        search.setAccessibleHelp(Texts.of("ui.search-help"));
        var icon = Icons.of("mdomz-search", "search-icon");
        searchKey.setMouseTransparent(true);
        searchBox = new StackPane(search, icon, searchKey);
        searchBox.getStyleClass().add("search-box");
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane.setAlignment(searchKey, Pos.CENTER_RIGHT);
        getChildren().addAll(brand, places, searchBox, between);
        Breadth.of(this).subscribe(this::fit);
    }

    /// A command beside the search field.
    void add(Command command, String icon) {
        var key = Boxes.word(command.keyText(), "key-hint");
        var button = new Button(command.text(), Icons.of(icon));
        button.setId("shell-" + command.id());
        button.getStyleClass().add("plain");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleHelp(command.keyText());
        button.setOnAction(e -> command.run());
        button.disableProperty().bind(command.enabledProperty().not());
        buttons.put(button, key);
        getChildren().addAll(button, key);
        key.setOnMouseClicked(e -> command.run());
        fitButton(button, key, Breadth.of(this).getValue());
    }

    TextField search() {
        return search;
    }

    StackPane searchBox() {
        return searchBox;
    }

    MenuButton places() {
        return places;
    }

    private void fit(Breadth breadth) {
        boolean narrow = breadth == Breadth.NARROW;
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
        }
        Boxes.show(brand, !narrow);
        Boxes.show(places, narrow);
        Boxes.show(between, !narrow);
        HBox.setHgrow(searchBox, narrow ? Priority.ALWAYS : Priority.SOMETIMES);
        search.setPromptText(Texts.of(
                switch (breadth) {
                    case WIDE -> "ui.search-prompt";
                    case MEDIUM -> "ui.search-prompt-medium";
                    case NARROW -> "ui.search-prompt-narrow";
                }));
        Boxes.show(searchKey, breadth != Breadth.MEDIUM);
        buttons.forEach((button, key) -> fitButton(button, key, breadth));
    }

    private static void fitButton(Button button, Label key, Breadth breadth) {
        Boxes.show(key, breadth == Breadth.WIDE);
        button.setContentDisplay(breadth == Breadth.NARROW ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT);
    }
}
