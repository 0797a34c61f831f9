package org.alongside.ui;

/// A child looked at lately, in the rail.
///
/// @param name as it is shown
/// @param target where it opens
public record Recent(String name, Target target) {}
