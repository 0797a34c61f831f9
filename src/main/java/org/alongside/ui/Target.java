package org.alongside.ui;

import java.util.Map;

/// Where to go: a screen, and what it is to show.
///
/// @param screen id of a registered [Screen]
/// @param arguments such as `child` and the child's id; ids only, never names
public record Target(String screen, Map<String, String> arguments) {
    public Target {
        arguments = Map.copyOf(arguments);
    }

    public static Target of(String screen) {
        return new Target(screen, Map.of());
    }

    public static Target of(String screen, String name, String value) {
        return new Target(screen, Map.of(name, value));
    }

    /// The same with one more argument.
    public Target with(String name, String value) {
        var more = new java.util.HashMap<>(arguments);
        more.put(name, value);
        return new Target(screen, more);
    }

    /// An argument this screen cannot do without.
    ///
    /// @throws IllegalArgumentException when it is missing: a fault of ours
    public String get(String name) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("screen " + screen + " without " + name);
        }
        return value;
    }
}
