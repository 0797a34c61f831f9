package org.alongside.ui.form;

import java.util.ArrayList;
import java.util.List;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A piece of writing while it is written: its answers, and beside them what was typed and is no answer
/// yet (half a date), so that a draft brings back the very keys. Listeners hear of every change.
public final class Writing {
    private static final String TYPED = "typed";

    private final Answers answers;
    private final ObjectNode place;
    private final List<Runnable> listeners = new ArrayList<>();

    /// @param body the answers, changed in place
    /// @param place where the writer is, changed in place; `typed` in it holds what is no answer yet
    public Writing(ObjectNode body, ObjectNode place) {
        this.answers = new Answers(body);
        this.place = place;
    }

    public ObjectNode body() {
        return answers.root();
    }

    public ObjectNode place() {
        return place;
    }

    /// Hears of each change, after it.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    public JsonNode get(String path) {
        return answers.get(path);
    }

    public String text(String path) {
        return answers.text(path);
    }

    public boolean has(String path) {
        return answers.has(path);
    }

    public void put(String path, @Nullable JsonNode value) {
        if (answers.put(path, value)) {
            changed();
        }
    }

    public void put(String path, String text) {
        put(path, Json.MAPPER.valueToTree(text));
    }

    public void put(String path, boolean answer) {
        put(path, Json.MAPPER.valueToTree(answer));
    }

    public void put(String path, int number) {
        put(path, Json.MAPPER.valueToTree(number));
    }

    /// Keys that are no answer yet, by a name that is usually the path.
    public JsonNode typed(String name) {
        return place.path(TYPED).path(name);
    }

    /// Keeps such keys; null forgets them.
    public void typed(String name, @Nullable JsonNode keys) {
        if (keys == null || !Answers.isAnswer(keys)) {
            if (place.path(TYPED).has(name)) {
                ((ObjectNode) place.get(TYPED)).remove(name);
                changed();
            }
        } else if (!keys.equals(typed(name))) {
            ObjectNode typed = place.get(TYPED) instanceof ObjectNode there ? there : place.putObject(TYPED);
            typed.set(name, keys);
            changed();
        }
    }

    /// Names of what is typed and no answer yet.
    public List<String> halfTyped() {
        return List.copyOf(place.path(TYPED).propertyNames());
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
