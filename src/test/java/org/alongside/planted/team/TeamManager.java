package org.alongside.planted.team;

/// Offends 9.
public class TeamManager {}
