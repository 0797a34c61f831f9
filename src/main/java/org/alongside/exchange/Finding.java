package org.alongside.exchange;

import org.alongside.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// One thing an import has to say about one place of a file.
///
/// @param file the file's name, without its folder
/// @param line line in that file, from 1
/// @param record the council's id of the child or person, null when it is not known yet
/// @param unit what is kept out; for a warning, what it is about
/// @param refused whether that unit is kept out; else it is taken and this is a warning
public record Finding(String file, int line, @Nullable String record, Unit unit, boolean refused, Problem problem) {}
