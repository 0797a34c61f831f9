package org.alongside.exchange.cin;

import java.util.List;

/// One element of a census file with all below it, before anything is known of its meaning. Files
/// are read child by child, so only one child's elements are held at a time.
///
/// @param line the line its start tag ends in, from 1
/// @param text its own text, without white space round it; cut at [CensusXml#TEXT_MAX]
record CensusElement(String name, int line, String text, List<CensusElement> children) {
    /// Whether text stands between elements, where none belongs.
    boolean hasStrayText() {
        return !children.isEmpty() && !text.isEmpty();
    }
}
