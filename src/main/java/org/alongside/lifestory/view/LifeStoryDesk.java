package org.alongside.lifestory.view;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Staff;
import org.alongside.child.Children;
import org.alongside.lifestory.LifeStory;
import org.alongside.record.Amending;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import org.alongside.ui.Router;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;

/// What the windows of a life story are given.
///
/// @param pictures where a photograph is chosen from
/// @param doors where these windows lead
public record LifeStoryDesk(
        LifeStory story,
        CaseLog log,
        Drafts drafts,
        Amending amending,
        Children children,
        Staff staff,
        Supplier<UUID> ids,
        Background background,
        Timers timers,
        Clock clock,
        Router router,
        PictureSource pictures,
        Doors doors) {

    /// Where these windows lead.
    public interface Doors {
        /// The child's record at its life story.
        void openStory(UUID child);
    }
}
