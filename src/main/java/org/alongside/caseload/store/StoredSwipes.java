package org.alongside.caseload.store;

import static org.alongside.record.store.jooq.Tables.SWIPED_PROMPT;

import java.util.List;
import java.util.UUID;
import org.alongside.caseload.Swipes;
import org.alongside.store.LaptopStore;

/// Keeps swiped nudges in the laptop's file.
public final class StoredSwipes implements Swipes {
    private final LaptopStore store;

    public StoredSwipes(LaptopStore store) {
        this.store = store;
    }

    @Override
    public List<Swipe> of(UUID child) {
        return store.read(tables -> tables.selectFrom(SWIPED_PROMPT)
                .where(SWIPED_PROMPT.CHILD.eq(child))
                .orderBy(SWIPED_PROMPT.PROMPT)
                .fetch(row -> new Swipe(row.getPrompt(), row.getUntilOn(), row.getSeen())));
    }

    @Override
    public void keep(UUID child, Swipe swipe) {
        store.write(tables -> {
            tables.deleteFrom(SWIPED_PROMPT)
                    .where(SWIPED_PROMPT.CHILD.eq(child), SWIPED_PROMPT.PROMPT.eq(swipe.prompt()))
                    .execute();
            return tables.insertInto(SWIPED_PROMPT)
                    .set(SWIPED_PROMPT.CHILD, child)
                    .set(SWIPED_PROMPT.PROMPT, swipe.prompt())
                    .set(SWIPED_PROMPT.UNTIL_ON, swipe.until())
                    .set(SWIPED_PROMPT.SEEN, swipe.seen())
                    .execute();
        });
    }

    @Override
    public void forget(UUID child, String prompt) {
        store.write(tables -> tables.deleteFrom(SWIPED_PROMPT)
                .where(SWIPED_PROMPT.CHILD.eq(child), SWIPED_PROMPT.PROMPT.eq(prompt))
                .execute());
    }
}
