package org.alongside.document.pdf;

import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.alongside.kernel.Texts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// A paper as the page that is laid out: a tree made node by node, so that nothing typed is ever read
/// as a tag.
final class PaperPage {
    private final Document page;
    private final Signs signs;
    private final StringBuilder drawn = new StringBuilder();
    private final Element head;
    private final Element body;
    private final Element bookmarks;
    private int headings;

    PaperPage(Paper paper, Signs signs) {
        this.signs = signs;
        page = empty();
        Element html = page.createElement("html");
        html.setAttribute("lang", "en-GB");
        page.appendChild(html);
        head = add(html, "head");
        body = add(html, "body");
        say(add(head, "title"), paper.title());
        meta("subject", paper.title());
        meta("description", paper.title());
        meta("author", "Alongside");
        bookmarks = page.createElement("bookmarks");
        foot(paper.printing());
        top(paper);
        paper.blocks().forEach(this::block);
        about(paper);
        head.appendChild(bookmarks);
    }

    /// The tree with its style sheet.
    Document document(String styles) {
        Element style = add(head, "style");
        style.setAttribute("type", "text/css");
        style.appendChild(page.createTextNode(styles));
        return page;
    }

    /// All that is drawn, for choosing typefaces.
    String drawn() {
        return drawn.toString();
    }

    private static Document empty() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(false);
            return factory.newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void meta(String name, String words) {
        Element meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", words);
    }

    /// What stands at the foot of every page.
    private void foot(Printing printing) {
        Element left = add(body, "div");
        left.setAttribute("class", "foot-left");
        say(left, Texts.of("document.printed", printing.by(), printing.when()));
    }

    private void top(Paper paper) {
        if (paper.copy() != Copy.OWN) {
            text(body, "p", paper.copy().words()).setAttribute("class", "copy");
        }
        heading(1, paper.heading());
        if (!paper.under().isEmpty()) {
            text(body, "p", paper.under()).setAttribute("class", "under");
        }
    }

    /// For a reader who does not hear the foot: the same and more, as text.
    private void about(Paper paper) {
        if (!paper.leftOut().isEmpty()) {
            heading(2, Texts.of("document.left-out"));
            Element list = add(body, "ul");
            paper.leftOut().forEach(words -> text(list, "li", words));
        }
        heading(2, Texts.of("document.about"));
        Printing printing = paper.printing();
        text(
                body,
                "p",
                Texts.of("document.about-printed", printing.by(), printing.when()) + " "
                        + Texts.of("document.copy-note"));
        text(
                body,
                "p",
                Texts.of(
                        paper.copy() == Copy.STAFF ? "document.about-number" : "document.about-number-family",
                        printing.number()));
        if (signs.hasReplaced()) {
            text(body, "p", Texts.of("document.about-signs"));
        }
    }

    private void heading(int level, String words) {
        Element heading = text(body, "h" + level, words);
        String id = "h" + ++headings;
        heading.setAttribute("id", id);
        Element bookmark = page.createElement("bookmark");
        bookmark.setAttribute("name", signs.drawable(words));
        bookmark.setAttribute("href", "#" + id);
        bookmarks.appendChild(bookmark);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(int level, String words) -> heading(level, words);
            case Block.Text(String words, var style) ->
                text(body, "p", words).setAttribute("class", style.name().toLowerCase(Locale.ROOT) + " typed");
            case Block.Told(String label, String words) -> told(label, words);
            case Block.Facts(var rows) -> facts(rows);
            case Block.Table table -> table(table);
            case Block.Items(boolean numbered, var items) -> items(numbered, items);
        }
    }

    private void told(String label, String words) {
        Element box = add(body, "div");
        box.setAttribute("class", "told");
        text(box, "p", label).setAttribute("class", "label");
        text(box, "p", words).setAttribute("class", "typed");
    }

    private void facts(List<Block.Fact> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Element table = add(body, "table");
        table.setAttribute("class", "facts");
        Element rest = add(table, "tbody");
        for (Block.Fact fact : rows) {
            Element row = add(rest, "tr");
            Element label = text(row, "th", fact.label());
            label.setAttribute("scope", "row");
            text(row, "td", fact.words()).setAttribute("class", "typed");
        }
    }

    private void table(Block.Table block) {
        Element table = add(body, "table");
        table.setAttribute("class", "list");
        table.setAttribute("title", block.about());
        Element top = add(add(table, "thead"), "tr");
        for (Block.Column column : block.columns()) {
            Element cell = text(top, "th", column.words());
            cell.setAttribute("scope", "col");
            cell.setAttribute("style", "width: " + column.percent() + "%");
        }
        Element rest = add(table, "tbody");
        for (Block.Row each : block.rows()) {
            Element row = add(rest, "tr");
            switch (each) {
                case Block.Cells(var words) ->
                    words.forEach(cell -> text(row, "td", cell).setAttribute("class", "typed"));
                case Block.Line(String words) -> {
                    Element cell = text(row, "td", words);
                    cell.setAttribute(
                            "colspan", Integer.toString(block.columns().size()));
                    cell.setAttribute("class", "line");
                }
            }
        }
    }

    private void items(boolean numbered, List<Block.Item> items) {
        Element list = add(body, numbered ? "ol" : "ul");
        for (Block.Item item : items) {
            Element line = text(list, "li", item.words());
            line.setAttribute("class", "typed");
            if (!item.strong().isEmpty()) {
                say(line, " ");
                text(line, "strong", item.strong());
            }
        }
    }

    private Element text(Element parent, String name, String words) {
        Element element = add(parent, name);
        element.setAttribute("dir", isRightToLeft(words) ? "rtl" : "ltr");
        say(element, words);
        return element;
    }

    /// By the greater part of its letters: an English sentence that begins with an Arabic name is English.
    private static boolean isRightToLeft(String words) {
        int balance = words.codePoints()
                .map(point -> switch (Character.getDirectionality(point)) {
                    case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> 1;
                    case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> -1;
                    default -> 0;
                })
                .sum();
        return balance > 0;
    }

    private void say(Element element, String words) {
        String can = signs.drawable(words);
        drawn.append(can);
        if (can.isEmpty()) {
            // The layout cannot hold an empty text.
            return;
        }
        element.appendChild(page.createTextNode(can));
    }

    private Element add(Element parent, String name) {
        Element element = page.createElement(name);
        parent.appendChild(element);
        return element;
    }
}
