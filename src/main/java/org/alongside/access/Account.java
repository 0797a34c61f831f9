package org.alongside.access;

import org.jspecify.annotations.Nullable;

/// Somebody who works for the council: who is signed in on a laptop, or who wrote a record.
///
/// @param name the account's name; stands as `author` in events
/// @param display what people call them
public record Account(
        String name,
        String display,
        Role role,
        @Nullable String team,
        @Nullable String supervisor) {}
