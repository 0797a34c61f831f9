package org.alongside.ui;

/// Who is signed in, as the foot of the rail names them.
///
/// @param name full name
/// @param role such as "Social worker"
/// @param council name of the council
public record SignedIn(String name, String role, String council) {}
