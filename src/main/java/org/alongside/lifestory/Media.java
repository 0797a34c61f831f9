package org.alongside.lifestory;

import java.util.List;
import org.alongside.document.picture.Photograph;
import org.alongside.kernel.Json;
import org.alongside.record.Blobs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A photograph of an entry: what people say of it, and where its sealed bytes are.
///
/// @param ref null while nothing was sealed
public record Media(JsonNode value) {
    static final String TYPE = "type";
    static final String BYTES = "bytes";
    static final String WIDTH = "width";
    static final String HEIGHT = "height";

    /// What this program writes beside what a person said.
    static final List<String> OWN = List.of(Blobs.Ref.NAME, Blobs.Ref.KEY, TYPE, BYTES, WIDTH, HEIGHT);

    /// The members of a sealed photograph, to be laid beside what is said of it.
    public static ObjectNode of(String file, Photograph photograph, Blobs.Ref ref) {
        ObjectNode value = Json.object().put("file", file);
        ref.into(value);
        return value.put(TYPE, photograph.type())
                .put(BYTES, photograph.bytes().length)
                .put(WIDTH, photograph.width())
                .put(HEIGHT, photograph.height());
    }

    public java.util.Optional<Blobs.Ref> ref() {
        return Blobs.Ref.of(value);
    }

    /// For those who cannot see it.
    public String altText() {
        return value.path("alt_text").asString("");
    }

    public List<String> peopleInIt() {
        return value.path("people_in_it")
                .valueStream()
                .map(name -> name.asString(""))
                .toList();
    }

    /// A child's no, or anybody's who may say it, keeps it from the child's page.
    public boolean mayBeShown() {
        return value.path("consents").path("in_book").booleanValue(true);
    }

    /// Width for each point of height; 1 when it is not known.
    public double shape() {
        double width = value.path(WIDTH).doubleValue(1);
        double height = value.path(HEIGHT).doubleValue(1);
        return width > 0 && height > 0 ? width / height : 1;
    }
}
