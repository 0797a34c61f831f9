package org.alongside.app;

import java.util.UUID;
import org.alongside.child.view.ChildTab;
import org.alongside.chronology.view.NoteScreens;
import org.alongside.guided.view.AmendPage;
import org.alongside.guided.view.AssessmentDesk;
import org.alongside.guided.view.AssessmentPage;
import org.alongside.guided.view.AssessmentReadPage;
import org.alongside.guided.view.AssessmentTab;
import org.alongside.guided.view.SignOffsPage;
import org.alongside.kernel.Texts;
import org.alongside.tool.Laptop;
import org.alongside.ui.Command;
import org.alongside.ui.Router;
import org.alongside.ui.Screen;
import org.alongside.ui.Shell;
import org.alongside.ui.Target;
import org.alongside.visit.view.VisitScreens;

/// The windows of guided records: writing, reading and signing one, a child's tab, what waits.
final class AssessmentPlaces {
    private final Router router;
    private final AssessmentDesk desk;

    AssessmentPlaces(Laptop laptop, Router router, Session.Parts parts) {
        this.router = router;
        this.desk = new AssessmentDesk(
                laptop.assessments(),
                laptop.signingOff(),
                laptop.drafts(),
                laptop.children(),
                laptop.staff(),
                laptop.me(),
                laptop.ids()::next,
                parts.background(),
                parts.timers(),
                laptop.clock(),
                new Doors());
    }

    void register(Shell shell) {
        router.register(new Screen(
                AssessmentPage.SCREEN,
                Texts.of("guided.view.title"),
                "caseload",
                target -> new AssessmentPage(desk, target)));
        router.register(new Screen(
                AssessmentReadPage.SCREEN,
                Texts.of("guided.view.title"),
                "caseload",
                target -> new AssessmentReadPage(desk, target)));
        router.register(new Screen(
                SignOffsPage.SCREEN, Texts.of("guided.view.sign-offs"), "today", target -> new SignOffsPage(desk)));
        shell.commands()
                .add(Command.of(
                        "sign-offs",
                        Texts.of("guided.view.sign-offs"),
                        "Ctrl+Shift+G",
                        () -> router.go(SignOffsPage.SCREEN)));
    }

    /// The tab of a child's record.
    ChildTab.Offer tab() {
        return new ChildTab.Offer("assessment", Texts.of("guided.view.title"), child -> new AssessmentTab(desk, child));
    }

    private final class Doors implements AssessmentDesk.Doors {
        @Override
        public void openTab(UUID child, String tab) {
            router.go(RecordPlaces.target(child, tab));
        }

        @Override
        public void openVisit(UUID visit) {
            router.go(Target.of(VisitScreens.VISIT, "visit", visit.toString()));
        }

        @Override
        public void openNote(UUID note) {
            router.go(Target.of(NoteScreens.NOTE, "note", note.toString()));
        }

        @Override
        public void write(UUID draft) {
            router.go(Target.of(AssessmentPage.SCREEN, "draft", draft.toString()));
        }

        @Override
        public void read(UUID record) {
            router.go(Target.of(AssessmentReadPage.SCREEN, "record", record.toString()));
        }

        @Override
        public void amend(UUID child, UUID record) {
            router.go(Target.of(AmendPage.SCREEN, "child", child.toString()).with("record", record.toString()));
        }

        @Override
        public void back() {
            router.back();
        }
    }
}
