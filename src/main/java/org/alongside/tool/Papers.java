package org.alongside.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Staff;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;
import org.alongside.child.Withheld;
import org.alongside.chronology.Chronology;
import org.alongside.chronology.ChronologyPaper;
import org.alongside.chronology.ChronologySettings;
import org.alongside.document.pdf.Copy;
import org.alongside.document.pdf.PaperContent;
import org.alongside.document.pdf.PaperPress;
import org.alongside.document.pdf.PaperSize;
import org.alongside.document.pdf.Printing;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.plan.FamilyPage;
import org.alongside.plan.FamilyPages;
import org.alongside.plan.FamilyPaper;
import org.alongside.plan.Linter;
import org.alongside.plan.Plan;
import org.alongside.plan.Standing;
import org.alongside.record.StreamId;
import org.alongside.visit.FinishedVisit;
import org.alongside.visit.VisitPaper;
import org.alongside.visit.VisitRecording;

/// The papers of a laptop, shared by the command and the windows: what is on them, whose they are, and
/// the note that one left the encrypted store. What is withheld stands on none.
public final class Papers {
    /// Author of what a file brought in and nobody signed.
    private static final String COUNCIL = "council";

    private final Laptop laptop;

    public Papers(Laptop laptop) {
        this.laptop = laptop;
    }

    /// What can be printed.
    public enum What {
        VISIT(Copy.STAFF, Copy.FAMILY),
        CHRONOLOGY(Copy.STAFF),
        FAMILY_PAGE(Copy.OWN);

        private final List<Copy> copies;

        What(Copy... copies) {
            this.copies = List.of(copies);
        }

        /// Whose copies there are, the usual one first; one of them makes no choice.
        public List<Copy> copies() {
            return copies;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A paper without who prints it: the words and whose cases they are of.
    ///
    /// @param children whose cases note the printing
    /// @param copy whose copy this is
    public record Printable(What what, PaperContent content, List<UUID> children, Copy copy) {
        public Printable {
            children = List.copyOf(children);
        }

        public byte[] pdf(PaperSize size, Printing printing) {
            return PaperPress.pdf(content.paper(copy, size, printing));
        }
    }

    /// A finished visit.
    ///
    /// @throws BadInput when this laptop has none by that id
    public Printable visit(UUID visit, Copy copy) {
        FinishedVisit found = laptop.visits()
                .find(visit)
                .orElseThrow(() -> BadInput.of("visit-unknown", "id", Texts.of("tool.print-no-visit")));
        var children = found.rows().stream().map(FinishedVisit.Row::child).toList();
        Map<String, String> names = names(children);
        var day = Clocks.day(VisitRecording.startedAt(found.rows().getFirst().state()));
        var paper = new VisitPaper(
                copy,
                id -> names.getOrDefault(id, Texts.of("visit.view.someone")),
                child -> laptop.children()
                        .find(child)
                        .map(one -> new VisitPaper.Called(one.name(), one.shortName(), Age.words(one.bornOn(), day)))
                        .orElseGet(() -> new VisitPaper.Called("", "", "")));
        return new Printable(What.VISIT, open(paper.of(found), children), children, copy);
    }

    /// A child's chronology.
    ///
    /// @param kind the kind that the list shows, in its words; empty for all
    public Printable chronology(ChildSummary child, String kind) {
        Map<String, String> names = names(List.of(child.id()));
        String council = laptop.staff().council().name();
        var paper = new ChronologyPaper(
                ChronologySettings.shipped(),
                account -> account.equals(COUNCIL) ? council : names.getOrDefault(account, account),
                Clocks.today(laptop.clock()));
        var content = paper.of(child.name(), new Chronology(laptop.log(), laptop.types()).of(child.id()), kind);
        return new Printable(What.CHRONOLOGY, open(content, List.of(child.id())), List.of(child.id()), Copy.STAFF);
    }

    /// The family's page of the plan that a child is on.
    ///
    /// @throws BadInput when the child is on none
    public Printable familyPage(ChildSummary child) {
        Standing standing = laptop.plans()
                .of(child.id())
                .orElseThrow(() -> BadInput.of("plan-unknown", "id", Texts.of("tool.print-no-plan")));
        var today = Clocks.today(laptop.clock());
        var council = laptop.staff().council();
        Plan plan = standing.plan();
        FamilyPage page =
                FamilyPages.of(plan, Linter.shipped().check(plan, today), today, standing.withheld(), ring(council));
        List<UUID> children = standing.children();
        return new Printable(What.FAMILY_PAGE, open(FamilyPaper.of(page), children), children, Copy.OWN);
    }

    private static List<String> ring(Staff.Council council) {
        if (council.dutyPhone().isBlank()) {
            return List.of();
        }
        return List.of(
                council.dutyName().isBlank()
                        ? council.dutyPhone()
                        : Texts.of("plan.paper.ring", council.dutyName(), council.dutyPhone()));
    }

    /// A printing by who is signed in, now, with a number of its own.
    public Printing printing() {
        return new Printing(
                laptop.me().display(), laptop.clock().instant(), laptop.ids().next());
    }

    /// Notes in each child's case that a paper went to a printer.
    public void printed(Printable paper, Printing printing) {
        note("printed", paper, printing);
    }

    /// Notes in each child's case that a paper was kept as a file outside the store.
    public void kept(Printable paper, Printing printing) {
        note("paper-kept", paper, printing);
    }

    private void note(String kind, Printable paper, Printing printing) {
        for (UUID child : paper.children()) {
            laptop.activity().paper(kind, StreamId.ofCase(child), paper.what().word() + " " + printing.number());
        }
    }

    private PaperContent open(PaperContent content, List<UUID> children) {
        Withheld withheld = Withheld.around(children, laptop.log(), laptop.children());
        var hit = new ArrayList<String>();
        PaperContent open = content.each(words -> {
            String without = withheld.without(words);
            if (!without.equals(words)) {
                hit.add(words);
            }
            return without;
        });
        return hit.isEmpty() ? open : open.leavingOut(Texts.of("child.withheld-left-out"));
    }

    private Map<String, String> names(List<UUID> children) {
        var names = new HashMap<String, String>();
        for (UUID child : children) {
            laptop.children().find(child).ifPresent(one -> names.put(child.toString(), one.name()));
            laptop.children()
                    .people(child)
                    .forEach(person -> names.put(person.person().toString(), person.name()));
        }
        laptop.staff().all().forEach(account -> names.put(account.name(), account.display()));
        return names;
    }
}
