package org.alongside.guided;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.rules.Content;
import org.alongside.rules.content.ContentFile.Form;
import org.alongside.rules.content.ContentLibrary;
import tools.jackson.databind.JsonNode;

/// Every version of every form that this program can read, and which of them is in force. A version
/// that was withdrawn begins nothing new; drafts begun on it go on with it while it can be read.
public final class Forms {
    /// @param inForce whether a new record may begin on it
    public record Kept(GuidedForm form, boolean inForce) {}

    private final Supplier<List<Kept>> kept;

    private Forms(Supplier<List<Kept>> kept) {
        this.kept = kept;
    }

    /// Versions that are known once and for all.
    public static Forms of(List<Kept> kept) {
        List<Kept> all = List.copyOf(kept);
        return new Forms(() -> all);
    }

    /// What a library holds: of each form every version, and in force the one that counts on the day.
    public static Forms of(ContentLibrary library, Supplier<LocalDate> today) {
        return new Forms(() -> read(library, today.get()));
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
        return kept.get().stream()
                .filter(Kept::inForce)
                .map(Kept::form)
                .filter(form -> form.id().equals(id))
                .reduce((first, second) -> second);
    }

    public Optional<GuidedForm> find(String id, int version) {
        return kept.get().stream()
                .map(Kept::form)
                .filter(form -> form.id().equals(id) && form.version() == version)
                .findFirst();
    }

    public boolean isInForce(GuidedForm form) {
        return kept.get().stream().anyMatch(one -> one.form().equals(form) && one.inForce());
    }

    /// The form in force for records of this type.
    public Optional<GuidedForm> ofType(String type) {
        return kept.get().stream()
                .filter(Kept::inForce)
                .map(Kept::form)
                .filter(form -> form.type().equals(type))
                .reduce((first, second) -> second);
    }

    /// Forms that may begin, in the order of the content.
    public List<GuidedForm> all() {
        return kept.get().stream().filter(Kept::inForce).map(Kept::form).toList();
    }

    private static List<Kept> read(ContentLibrary library, LocalDate day) {
        var kept = new ArrayList<Kept>();
        for (JsonNode entry : Content.tree("guided-settings.json").path("forms")) {
            String id = entry.path("id").stringValue();
            String type = entry.path("type").stringValue();
            Optional<Form> inForce = library.find(id, Form.class, day);
            library.versions(id, Form.class)
                    .forEach(form -> kept.add(new Kept(
                            new GuidedForm(form, type),
                            inForce.filter(form::equals).isPresent())));
        }
        return List.copyOf(kept);
    }

    private static final class Shipped {
        private static final Forms FORMS = of(read(ContentLibrary.shipped(), LocalDate.EPOCH));
    }
}
