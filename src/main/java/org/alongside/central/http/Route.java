package org.alongside.central.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One call that the service answers.
///
/// @param path with names in braces where a part is free: `/admin/v1/devices/{device}/revoke`
record Route(String method, String path, Work work) {
    /// Answers a request.
    @FunctionalInterface
    interface Work {
        Answer answer(Exchange exchange) throws IOException;
    }

    /// What stands for the names in the path, if this is the route's.
    Optional<Map<String, String>> match(String asked) {
        String[] own = path.split("/", -1);
        String[] parts = asked.split("/", -1);
        if (own.length != parts.length) {
            return Optional.empty();
        }
        var names = new HashMap<String, String>();
        for (int i = 0; i < own.length; i++) {
            if (own[i].startsWith("{")) {
                if (parts[i].isEmpty()) {
                    return Optional.empty();
                }
                names.put(own[i].substring(1, own[i].length() - 1), parts[i]);
            } else if (!own[i].equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
