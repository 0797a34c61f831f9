package org.alongside.app;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.document.pdf.Copy;
import org.alongside.document.pdf.PaperSize;
import org.alongside.document.pdf.Printing;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.tool.Laptop;
import org.alongside.tool.Papers;
import org.alongside.ui.Screen;
import org.alongside.ui.Target;
import org.alongside.ui.control.Choice;
import org.alongside.ui.print.PreviewPage;
import org.alongside.ui.print.Printable;

/// The papers of this laptop for the preview page. A target names what is printed: `what` a word of
/// [Papers.What], `id` the visit or the child, `kind` the kind that the chronology's list shows.
final class Printouts {
    private final Laptop laptop;
    private final Papers papers;

    Printouts(Laptop laptop) {
        this.laptop = laptop;
        this.papers = new Papers(laptop);
    }

    /// The screen, for the router's register.
    Screen screen(PreviewPage.Desk desk) {
        return new Screen(
                PreviewPage.SCREEN,
                Texts.of("app.screen-print"),
                Places.CASELOAD,
                target -> new PreviewPage(desk, new Asked(target)));
    }

    static Target visit(UUID visit) {
        return target(Papers.What.VISIT, visit);
    }

    /// @param kind the kind that the list shows, in its words; empty for all
    static Target chronology(UUID child, String kind) {
        return target(Papers.What.CHRONOLOGY, child).with("kind", kind);
    }

    static Target familyPage(UUID child) {
        return target(Papers.What.FAMILY_PAGE, child);
    }

    private static Target target(Papers.What what, UUID id) {
        return Target.of(PreviewPage.SCREEN, "what", what.word()).with("id", id.toString());
    }

    private final class Asked implements Printable {
        private final Papers.What what;
        private final UUID id;
        private final String kind;

        Asked(Target target) {
            what = Papers.What.valueOf(
                    target.get("what").toUpperCase(Locale.ROOT).replace('-', '_'));
            id = UUID.fromString(target.get("id"));
            kind = target.arguments().getOrDefault("kind", "");
        }

        @Override
        public String title() {
            return Texts.of("app.print-" + what.word());
        }

        @Override
        public List<Choice<String>> copies() {
            return what.copies().stream()
                    .map(copy -> Choice.of(copy.word(), copy.words()))
                    .toList();
        }

        @Override
        public Words read(String copy) {
            return new Read(
                    switch (what) {
                        case VISIT -> papers.visit(id, Copy.valueOf(copy.toUpperCase(Locale.ROOT)));
                        case CHRONOLOGY -> papers.chronology(child(), kind);
                        case FAMILY_PAGE -> papers.familyPage(child());
                    });
        }

        private ChildSummary child() {
            return laptop.children()
                    .find(id)
                    .orElseThrow(() -> BadInput.of("child-unknown", "id", Texts.of("tool.child-missing")));
        }
    }

    private final class Read implements Printable.Words {
        private final Papers.Printable paper;
        private final Printing printing = papers.printing();

        Read(Papers.Printable paper) {
            this.paper = paper;
        }

        @Override
        public List<Choice<String>> sizes() {
            return paper.copy().sizes().stream()
                    .map(size -> Choice.of(size.word(), size.word()))
                    .toList();
        }

        @Override
        public String number() {
            return printing.number();
        }

        @Override
        public List<String> leftOut() {
            return paper.content().leftOut();
        }

        @Override
        public byte[] pdf(String size) {
            return paper.pdf(PaperSize.valueOf(size.toUpperCase(Locale.ROOT)), printing);
        }

        @Override
        public String plainText() {
            return paper.copy() == Copy.OWN ? paper.content().plainText() : "";
        }

        @Override
        public void printed() {
            papers.printed(paper, printing);
        }

        @Override
        public void kept() {
            papers.kept(paper, printing);
        }
    }
}
