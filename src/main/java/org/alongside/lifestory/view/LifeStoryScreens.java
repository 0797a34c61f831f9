package org.alongside.lifestory.view;

import java.util.List;
import java.util.UUID;
import org.alongside.child.view.ChildTab;
import org.alongside.ui.Screen;
import org.alongside.ui.Target;

/// The screens of a life story, for the router's register, and the tab of a child's record.
public final class LifeStoryScreens {
    /// Writing an entry; arguments `child` and, if there is one, `visit` or `draft`.
    public static final String WRITE = "life-write";

    /// One entry, read and added to; arguments `child` and `entry`.
    public static final String ENTRY = "life-entry";

    /// The page that a child reads; arguments `child` and, further on, `page`.
    public static final String READING = "life-story";

    /// The tab's id.
    public static final String TAB = "life-story";

    private final LifeStoryDesk desk;
    private final String rail;

    /// @param rail the place that is marked while a life story is on show
    public LifeStoryScreens(LifeStoryDesk desk, String rail) {
        this.desk = desk;
        this.rail = rail;
    }

    public List<Screen> screens() {
        return List.of(
                new Screen(WRITE, WriteEntryPage.text("write"), rail, target -> new WriteEntryPage(desk, target)),
                new Screen(ENTRY, WriteEntryPage.text("entry"), rail, target -> new EntryPage(desk, target)),
                new Screen(
                        READING, WriteEntryPage.text("reading"), rail, target -> new ChildReadingPage(desk, target)));
    }

    public ChildTab.Offer tab() {
        return new ChildTab.Offer(
                TAB,
                WriteEntryPage.text("tab"),
                child -> new LifeStoryTab(desk, child),
                List.of(
                        new ChildTab.Doing(
                                "life-new",
                                WriteEntryPage.text("add"),
                                "Ctrl+M",
                                child -> desk.router().go(write(child))),
                        new ChildTab.Doing(
                                "life-reading",
                                WriteEntryPage.text("reading-command"),
                                "Ctrl+Shift+M",
                                child -> desk.router().go(reading(child, 0)))));
    }

    /// Goes on with an entry that was begun, or begins one.
    public static Target write(UUID child) {
        return Target.of(WRITE, "child", child.toString());
    }

    /// One small thing left from a visit.
    public static Target leave(UUID child, UUID visit) {
        return write(child).with("visit", visit.toString());
    }

    static Target entry(UUID child, UUID entry) {
        return Target.of(ENTRY, "child", child.toString()).with("entry", entry.toString());
    }

    static Target reading(UUID child, int page) {
        return Target.of(READING, "child", child.toString()).with("page", String.valueOf(page));
    }
}
