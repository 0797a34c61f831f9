package org.alongside.exchange;

/// A code of a file that is in no code set: a person says what it stands for, nothing is guessed.
///
/// @param field the element or column
/// @param count how often it stands in the file
public record ToMap(String field, String code, int count) {}
