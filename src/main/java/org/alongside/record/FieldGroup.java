package org.alongside.record;

import java.util.List;

/// The merge unit of a record: fields that read as one statement.
///
/// @param whole one author's whole statement; it is never merged and only takes additions
/// @param reason why these fields belong together
public record FieldGroup(String id, List<String> fields, boolean whole, String reason) {}
