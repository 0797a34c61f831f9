package org.alongside.caseload.view;

import org.alongside.ui.Target;

/// Something that another part of the product asks somebody to do, with its day, as Today shows it.
///
/// @param id stable: `sign-0190…`
/// @param words in a sentence
/// @param goal where it is done
public record Reminder(String id, String words, Target goal) {}
