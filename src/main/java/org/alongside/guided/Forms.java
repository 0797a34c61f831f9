package org.alongside.guided;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.rules.Content;
import org.alongside.rules.content.ContentFile.Form;
import org.alongside.rules.content.ContentReader;
import tools.jackson.databind.JsonNode;

/// Every version of every form that this program can read, and which of them is in force. A version
/// that was withdrawn begins nothing new; drafts begun on it go on with it while it can be read.
public final class Forms {
    /// @param inForce whether a new record may begin on it
    public record Kept(GuidedForm form, boolean inForce) {}

    private final List<Kept> kept;

    public Forms(List<Kept> kept) {
        this.kept = List.copyOf(kept);
    }

    /// The forms shipped with the program.
    public static Forms shipped() {
        return Shipped.FORMS;
    }

    /// The form that a new record begins on.
    ///
    /// @throws BadInput when there is none
    public GuidedForm inForce(String id) {
        return find(id).orElseThrow(() -> BadInput.of("form-unknown", "form", Texts.of("guided.form-unknown", id)));
    }

    /// The form in force of this id, if there is one.
    public Optional<GuidedForm> find(String id) {
        return kept.stream()
                .filter(Kept::inForce)
                .map(Kept::form)
                .filter(form -> form.id().equals(id))
                .reduce((first, second) -> second);
    }

    public Optional<GuidedForm> find(String id, int version) {
        return kept.stream()
                .map(Kept::form)
                .filter(form -> form.id().equals(id) && form.version() == version)
                .findFirst();
    }

    public boolean isInForce(GuidedForm form) {
        return kept.stream().anyMatch(one -> one.form().equals(form) && one.inForce());
    }

    /// The form in force for records of this type.
    public Optional<GuidedForm> ofType(String type) {
        return kept.stream()
                .filter(Kept::inForce)
                .map(Kept::form)
                .filter(form -> form.type().equals(type))
                .reduce((first, second) -> second);
    }

    /// Forms that may begin, in the order of the content.
    public List<GuidedForm> all() {
        return kept.stream().filter(Kept::inForce).map(Kept::form).toList();
    }

    private static final class Shipped {
        private static final Forms FORMS = read();

        private static Forms read() {
            var kept = new ArrayList<Kept>();
            for (JsonNode entry : Content.tree("guided-settings.json").path("forms")) {
                Form form = (Form)
                        ContentReader.read(Content.text(entry.path("file").stringValue()));
                kept.add(new Kept(
                        new GuidedForm(form, entry.path("type").stringValue()),
                        entry.path("in_force").booleanValue()));
            }
            return new Forms(kept);
        }
    }
}
