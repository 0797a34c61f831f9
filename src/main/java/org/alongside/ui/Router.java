package org.alongside.ui;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Knows every screen of the program, and which page is on show. Going somewhere detaches the page
/// before and attaches the new one, in that order; the way back is remembered.
public final class Router {
    private static final int REMEMBERED = 50;

    private final Map<String, Screen> register = new LinkedHashMap<>();
    private final Deque<Left> history = new ArrayDeque<>();
    private final Commands commands;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown", null);

    private Consumer<Footing> returned = footing -> {};

    public Router(Commands commands) {
        this.commands = commands;
    }

    /// A page that was left, and where the worker was on it.
    private record Left(Target target, Footing footing) {}

    /// @param screen the register's entry
    /// @param target what it was asked to show
    /// @param page what is drawn
    public record Shown(Screen screen, Target target, Page page) {}

    /// @throws IllegalArgumentException when the id is taken
    public void register(Screen screen) {
        if (register.putIfAbsent(screen.id(), screen) != null) {
            throw new IllegalArgumentException("screen " + screen.id() + " twice");
        }
    }

    public Collection<Screen> screens() {
        return List.copyOf(register.values());
    }

    public boolean has(String screen) {
        return register.containsKey(screen);
    }

    public void go(Target target) {
        Shown before = shown.get();
        if (before != null && !before.target().equals(target)) {
            history.push(new Left(before.target(), Footing.on(before.page())));
            while (history.size() > REMEMBERED) {
                history.removeLast();
            }
        }
        show(target);
    }

    public void go(String screen) {
        go(Target.of(screen));
    }

    /// Makes the page on show anew, after its data changed under it.
    public void again() {
        Shown now = shown.get();
        if (now != null) {
            show(now.target());
        }
    }

    /// To the page before; does nothing on the first one.
    public void back() {
        Shown now = shown.get();
        if (now != null && now.page().back()) {
            return;
        }
        if (!history.isEmpty()) {
            Left left = history.pop();
            show(left.target());
            returned.accept(left.footing());
        }
    }

    /// Makes the page on show anew, with focus and scroll where they were.
    public void renew() {
        Shown now = shown.get();
        if (now != null) {
            Footing footing = Footing.around(now.page());
            show(now.target());
            returned.accept(footing);
        }
    }

    /// To a page where the worker was before, and to where they were on it.
    public void returnTo(Target target, Footing footing) {
        go(target);
        returned.accept(footing);
    }

    /// Hears that a page is on show again, and where the worker was on it.
    public void onReturn(Consumer<Footing> listener) {
        returned = listener;
    }

    public boolean canGoBack() {
        return !history.isEmpty();
    }

    /// Takes the page off and forgets the way: at lock and at sign-out.
    public void leave() {
        history.clear();
        detach();
        shown.set(null);
    }

    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    private void show(Target target) {
        Screen screen = register.get(target.screen());
        if (screen == null) {
            throw new IllegalArgumentException("no screen " + target.screen());
        }
        Page page = screen.open().apply(target);
        detach();
        shown.set(new Shown(screen, target, page));
        page.attached();
        commands.ofPage(page.commands());
    }

    private void detach() {
        Shown before = shown.get();
        if (before != null) {
            commands.ofPage(List.of());
            before.page().detached();
        }
    }
}
