package org.alongside.exchange.cin;

/// Where in a census file something stands.
///
/// @param line from 1
/// @param path below `Child`, such as `CINdetails[2].Section47[1]`
public record CinPlace(int line, String path) {
    CinPlace below(String name) {
        return new CinPlace(line, path.isEmpty() ? name : path + "." + name);
    }
}
