package org.alongside.central;

import java.nio.file.Path;
import java.util.List;
import org.alongside.exchange.CodeMap;

/// An import that somebody asks for.
///
/// @param format `cin-census` or `people`
/// @param acceptAuthority the other authority's code that is accepted; empty when none is
public record ImportRequest(String format, List<Path> files, boolean dryRun, String acceptAuthority, CodeMap map) {
    public static final String CIN_CENSUS = "cin-census";
    public static final String PEOPLE = "people";

    public ImportRequest {
        files = List.copyOf(files);
    }

    List<String> names() {
        return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
    }
}
