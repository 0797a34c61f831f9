package org.alongside.exchange.people;

import java.nio.charset.Charset;
import java.util.List;
import org.alongside.exchange.Finding;
import org.alongside.exchange.ToMap;

/// One people file as it was read.
///
/// @param unknownColumns headers that are no column of a people file; they were kept out
/// @param rows the people that can be taken
/// @param childrenInFile rows of children, taken and refused; a row that could not be read counts as one
/// @param adultsInFile rows of adults, taken and refused
public record PeopleFile(
        String name,
        Charset charset,
        char separator,
        List<String> unknownColumns,
        List<PeopleRow> rows,
        int childrenInFile,
        int adultsInFile,
        List<Finding> findings,
        List<ToMap> toMap) {}
