package org.alongside.visit.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import org.alongside.access.Account;
import org.alongside.kernel.Json;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.Link;
import tools.jackson.databind.node.ArrayNode;

/// Which workers made the visit: the one who writes, and whoever came along.
final class Colleagues {
    private static final String WORKERS = "visit.workers";

    private final Asking page;
    private final VBox rows = Boxes.column(1);
    private final ChoiceField<String> more;
    private final VBox node;

    Colleagues(Asking page) {
        this.page = page;
        String me = page.visit().desk().me().name();
        List<Choice<String>> others = page.visit().scene().colleagues().stream()
                .filter(account -> !account.name().equals(me))
                .map((Account account) -> Choice.of(account.name(), account.display()))
                .toList();
        more = new ChoiceField<>(Asking.id(WORKERS), Asking.text("colleague"), others);
        more.named(WORKERS);
        more.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                add(is);
                more.choose(null);
            }
        });
        page.ties().add(more);
        node = Boxes.column(2, rows, more);
        draw();
    }

    VBox node() {
        return node;
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        page.writing().get(WORKERS).forEach(name -> names.add(name.asString("")));
        return names;
    }

    private void add(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            names.add(name);
            put(names);
        }
    }

    private void put(List<String> names) {
        ArrayNode list = Json.array();
        names.forEach(list::add);
        page.writing().put(WORKERS, list);
        draw();
    }

    private void draw() {
        rows.getChildren().clear();
        String me = page.visit().desk().me().name();
        for (String name : names()) {
            if (name.equals(me)) {
                continue;
            }
            String shown = page.visit().scene().colleague(name);
            Link remove = new Link(Asking.id(WORKERS) + "-remove-" + name, Asking.text("remove"), () -> {
                List<String> names = names();
                names.remove(name);
                put(names);
                more.focusAnswer();
            });
            remove.called(Asking.text("remove-what", shown));
            rows.getChildren().add(Boxes.row(3, Boxes.word(shown), remove));
        }
        Boxes.show(rows, !rows.getChildren().isEmpty());
    }
}
