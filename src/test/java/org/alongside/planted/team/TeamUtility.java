package org.alongside.planted.team;

/// Innocent: ends in a word, not in the habit.
public class TeamUtility {}
