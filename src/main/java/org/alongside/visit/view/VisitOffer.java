package org.alongside.visit.view;

import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Something that another room offers to do for a child after a visit; this room does not know it.
///
/// @param id stable: `leave-small-thing`
/// @param words on the button, of the name the child is called by
/// @param open takes the child and the visit; on the JavaFX thread
public record VisitOffer(String id, Function<String, String> words, BiConsumer<UUID, UUID> open) {}
