package org.alongside.planted.visit.view;

import javafx.scene.control.Label;
import org.alongside.planted.ui.task.Task;
import org.controlsfx.control.CheckComboBox;

/// Innocent: JavaFX and ControlsFX in a view, the kit from a view.
public class VisitView {
    public Label label;
    public CheckComboBox<String> choice;
    public Task task;
}
