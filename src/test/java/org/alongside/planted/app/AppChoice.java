package org.alongside.planted.app;

import org.controlsfx.control.CheckComboBox;

/// Offends 1: ControlsFX outside the kit and the views.
public class AppChoice {
    public CheckComboBox<String> choice;
}
