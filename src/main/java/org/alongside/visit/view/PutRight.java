package org.alongside.visit.view;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import org.alongside.rules.Definition;
import org.alongside.rules.FieldDefinition;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Sheet;
import org.alongside.visit.AnswerWords;
import org.alongside.visit.VisitFields;
import org.alongside.visit.VisitRecording;
import org.alongside.visit.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The answers of a finished visit that were put right since: what it said before beside what it says
/// now, who says so, when and why. Stands with the answers that it is about.
final class PutRight {
    private final UnaryOperator<String> nameOf;
    private final LocalDate today;

    PutRight(UnaryOperator<String> nameOf, LocalDate today) {
        this.nameOf = nameOf;
        this.today = today;
    }

    /// @param part `visit` for the trip, `child` for a child's row
    /// @param written the part as it was finished
    Optional<Node> of(RecordState state, String part, JsonNode written) {
        Definition fields = part.equals("visit")
                ? VisitFields.shipped().trip()
                : VisitFields.shipped().row();
        var sheet = new Sheet();
        ObjectNode before =
                written instanceof ObjectNode object ? object.deepCopy() : org.alongside.kernel.Json.object();
        Set<UUID> seen = new HashSet<>();
        for (Change addition : state.additions()) {
            if (VisitRecording.isAmendment(addition)
                    && addition.value().path(part) instanceof ObjectNode answers
                    && seen.add(addition.opId())) {
                VBox box = Boxes.column(1);
                answers.properties()
                        .forEach(entry -> fields.field(entry.getKey())
                                .ifPresent(field -> box.getChildren()
                                        .add(answer(field, before.path(field.id()), entry.getValue()))));
                before.setAll(answers);
                box.getChildren().add(by(addition));
                sheet.line(box);
            }
        }
        return sheet.getChildren().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Boxes.styled(Boxes.column(1, Boxes.heading(Asking.text("put-right")), sheet), "put-right"));
    }

    private Node answer(FieldDefinition field, JsonNode was, JsonNode now) {
        var words = new AnswerWords(nameOf);
        return Boxes.column(
                0,
                Boxes.text(Words.field(field.id()), "text-label"),
                Boxes.text(Asking.text("was", words.of(field, was)), "text-quiet", "reading"),
                Boxes.text(Asking.text("now", words.of(field, now)), "reading"));
    }

    private Node by(Change addition) {
        return Boxes.text(
                Asking.text(
                        "put-right-by",
                        nameOf.apply(addition.author()),
                        org.alongside.ui.Words.moment(addition.at(), today),
                        addition.why() == null ? "" : addition.why()),
                "text-by");
    }
}
