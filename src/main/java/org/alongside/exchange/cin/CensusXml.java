package org.alongside.exchange.cin;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;

/// Streams a census file: hands on the header and then one child after another, and never holds the
/// file. A document type, and with it every entity, is refused before it is looked into; nothing
/// outside the file is ever opened.
///
/// Throws [BadInput] when the file cannot be read to its end: it breaks off, is damaged, holds a
/// document type, is no census, or passes a limit. Each says the line.
final class CensusXml {
    /// Characters kept of one element's text; no value of a census is near it.
    static final int TEXT_MAX = 1000;

    /// Elements below one child, and how deep: far beyond any real child, so that one hostile child
    /// cannot fill the memory.
    private static final int ELEMENTS_MAX = 20_000;

    private static final int DEPTH_MAX = 12;

    private final MeasuredStream in;
    private final Consumer<CensusElement> parts;
    private int children;
    private int elements;
    private String open = "Message";

    private CensusXml(MeasuredStream in, Consumer<CensusElement> parts) {
        this.in = in;
        this.parts = parts;
    }

    /// Reads the file to its end.
    ///
    /// @param limit bytes the file may have
    /// @param parts is handed the header, every child, and whatever stands beside them unexpected
    static void read(InputStream in, long limit, Consumer<CensusElement> parts) {
        new CensusXml(new MeasuredStream(in, limit), parts).read();
    }

    private void read() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is opened");
        });
        XMLStreamReader xml = null;
        try {
            xml = factory.createXMLStreamReader(in);
            message(xml);
        } catch (XMLStreamException e) {
            throw broken(lineOf(e, xml));
        }
    }

    private void message(XMLStreamReader xml) throws XMLStreamException {
        boolean root = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused("xml-dtd-refused", xml);
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!xml.getLocalName().equals("Message")) {
                        throw refused("not-a-census", xml);
                    }
                    root = true;
                    parts(xml, "Message");
                }
                default -> {
                    // Comments, instructions and white space say nothing.
                }
            }
        }
        if (!root) {
            throw refused("not-a-census", xml);
        }
    }

    /// Hands on what stands below `Message` and `Children`.
    private void parts(XMLStreamReader xml, String parent) throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (parent.equals("Message") && name.equals("Children")) {
                        parts(xml, name);
                    } else {
                        elements = 0;
                        parts.accept(element(xml, 2));
                        children += name.equals("Child") ? 1 : 0;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("xml-dtd-refused", xml);
                default -> {
                    // Text here is white space in every file seen; stray words carry no record.
                }
            }
        }
    }

    private CensusElement element(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEPTH_MAX || ++elements > ELEMENTS_MAX) {
            throw refused("xml-too-deep", xml);
        }
        String name = xml.getLocalName();
        String above = open;
        open = name;
        int line = xml.getLocation().getLineNumber();
        var text = new StringBuilder();
        List<CensusElement> below = new ArrayList<>();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> below.add(element(xml, depth + 1));
                case XMLStreamConstants.END_ELEMENT -> {
                    open = above;
                    return new CensusElement(name, line, text.toString().strip(), List.copyOf(below));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    int room = TEXT_MAX - text.length();
                    String piece = xml.getText();
                    text.append(piece, 0, Math.min(room, piece.length()));
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("xml-dtd-refused", xml);
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
    }

    private BadInput refused(String code, XMLStreamReader xml) {
        int line = xml.getLocation().getLineNumber();
        return new BadInput(List.of(new Problem(code, null, Texts.of("exchange." + code, String.valueOf(line)), line)));
    }

    /// The file ends before its last tag, or holds something that is no XML.
    private BadInput broken(int line) {
        boolean cut = in.ended() && line >= in.lines();
        String code = cut ? "file-cut-short" : "file-damaged";
        return new BadInput(List.of(
                new Problem(code, open, Texts.of("exchange." + code, String.valueOf(line), open, children), line)));
    }

    private static int lineOf(XMLStreamException e, @org.jspecify.annotations.Nullable XMLStreamReader xml) {
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
        if (line < 1 && xml != null) {
            line = xml.getLocation().getLineNumber();
        }
        return Math.max(1, line);
    }
}
