package org.alongside.planted.central.http;

import javafx.beans.property.StringProperty;

/// Offends 1 and 4: the service sees JavaFX.
public class HttpProperty {
    public StringProperty property;
}
