package org.alongside.exchange.cin;

import java.util.List;
import java.util.Set;
import org.alongside.exchange.Finding;
import org.alongside.exchange.ToMap;

/// One census file, read to its end.
///
/// @param layouts told from the elements present; more than one when the file mixes them
/// @param children those that can be taken, without what was refused
/// @param childrenInFile taken and refused
/// @param episodesInFile taken and refused
public record CinFile(
        String name,
        CinHeader header,
        Set<CinLayout> layouts,
        List<CinChild> children,
        int childrenInFile,
        int episodesInFile,
        List<Finding> findings,
        List<ToMap> toMap) {}
