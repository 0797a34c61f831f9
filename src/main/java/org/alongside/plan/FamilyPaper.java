package org.alongside.plan;

import java.util.ArrayList;
import java.util.List;
import org.alongside.document.pdf.Block;
import org.alongside.document.pdf.PaperContent;
import org.alongside.kernel.Texts;

/// The family's page on paper: what [FamilyPage] says, in its order, and nothing else. What the plan
/// does not say clearly enough stands in a draft as a note to the worker; the family's own page says
/// that the plan has more.
public final class FamilyPaper {
    private FamilyPaper() {}

    public static PaperContent of(FamilyPage page) {
        var blocks = new ArrayList<Block>();
        if (page.draft()) {
            blocks.add(Block.Text.notice(Texts.of("plan.paper.draft")));
        }
        for (FamilyPage.Section section : page.sections()) {
            var actions = new ArrayList<Block.Item>();
            var lines = new ArrayList<Block>();
            for (FamilyPage.Line line : section.lines()) {
                switch (line.kind()) {
                    case TEXT -> lines.add(Block.Text.of(line.text()));
                    case ACTION ->
                        actions.add(new Block.Item(line.text(), line.due().isEmpty() ? "" : line.due() + "."));
                    case MISSING -> {
                        if (page.draft()) {
                            lines.add(Block.Text.notice(line.text()));
                        }
                    }
                }
            }
            if (!actions.isEmpty()) {
                lines.addFirst(new Block.Items(true, actions));
            }
            if (!lines.isEmpty()) {
                blocks.add(new Block.Heading(2, section.heading()));
                blocks.addAll(lines);
            }
        }
        boolean whole = page.draft() || !page.hasGaps();
        return new PaperContent(
                Texts.of("plan.paper.title"),
                page.title(),
                page.dated(),
                blocks,
                whole ? List.of() : List.of(Texts.of("plan.paper.not-all")));
    }
}
