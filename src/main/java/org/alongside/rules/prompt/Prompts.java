package org.alongside.rules.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.rules.Content;
import org.alongside.rules.Inputs;
import org.alongside.rules.content.ContentFile.Header;
import org.alongside.rules.content.ContentFile.Prompt;
import org.alongside.rules.content.ContentFile.Prompt.Phase;
import org.alongside.rules.content.ContentFile.PromptBank;
import org.alongside.rules.content.ContentReader;

/// Chooses the prompts of a phase for one child (practice 1.5, "Selection").
public final class Prompts {
    private static final Comparator<Prompt> ORDER = Comparator.comparing(Prompts::insistence)
            .thenComparing(Prompt::rank)
            .thenComparing(Prompt::id);

    private final PromptBank bank;

    public Prompts(PromptBank bank) {
        this.bank = bank;
    }

    public static Prompts shipped() {
        return Shipped.PROMPTS;
    }

    /// The prompts of a bank in force.
    public static Prompts of(PromptBank bank) {
        return new Prompts(bank);
    }

    /// A prompt by its id.
    public Optional<Prompt> find(String id) {
        return bank.prompts().stream().filter(prompt -> prompt.id().equals(id)).findFirst();
    }

    /// Where the bank comes from, for "Why?".
    public Header header() {
        return bank.header();
    }

    /// @param shown what stands on the screen, in order
    /// @param more what stands under "more"
    public record Choice(List<Prompt> shown, List<Prompt> more) {
        public Choice {
            shown = List.copyOf(shown);
            more = List.copyOf(more);
        }
    }

    /// The prompts for a child whose inputs these are. Every `stop` and `must` is shown; the others fill
    /// the screen up to the phase's cap. One that is answered for the whole family stays in each
    /// child's list and counts towards each cap.
    ///
    /// @param setAside ids of nudges that were swiped away, or said not to be needed with a reason
    public Choice choose(Phase phase, Inputs inputs, Set<String> setAside) {
        List<Prompt> asked = bank.prompts().stream()
                .filter(prompt -> prompt.phase() == phase)
                .filter(prompt -> !setAside.contains(prompt.id()) || insists(prompt))
                .filter(prompt -> prompt.when().holds(inputs))
                .sorted(ORDER)
                .toList();
        int most = bank.mostShown().getOrDefault(phase, 0);
        var shown = new ArrayList<Prompt>();
        var more = new ArrayList<Prompt>();
        for (Prompt prompt : asked) {
            (insists(prompt) || shown.size() < most ? shown : more).add(prompt);
        }
        return new Choice(shown, more);
    }

    /// Whether one answer is for all children of the family.
    public boolean isAskedOnce(Prompt prompt) {
        return bank.askedOnce().contains(prompt.id());
    }

    private static boolean insists(Prompt prompt) {
        return insistence(prompt) < 2;
    }

    /// All `stop`, then all `must`, then the rest together.
    private static int insistence(Prompt prompt) {
        return switch (prompt.level()) {
            case STOP -> 0;
            case MUST -> 1;
            case ASK, NUDGE -> 2;
        };
    }

    private static final class Shipped {
        private static final Prompts PROMPTS =
                new Prompts((PromptBank) ContentReader.read(Content.text("practice/prompts.json")));
    }
}
