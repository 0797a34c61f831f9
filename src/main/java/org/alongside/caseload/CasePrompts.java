package org.alongside.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.rules.Inputs;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.Value;
import org.alongside.rules.content.ContentFile.Prompt;
import org.alongside.rules.content.ContentFile.Prompt.Phase;
import org.alongside.rules.content.ContentFile.PromptBank;
import org.alongside.rules.prompt.PromptText;
import org.alongside.rules.prompt.Prompts;
import org.alongside.visit.VisitPrompts;

/// Chooses prompts for children of this laptop, from their cases and from what a visit adds.
public final class CasePrompts implements VisitPrompts {
    private final StandingBoard board;
    private final Children children;
    private final PromptInputs inputs;
    private final PromptWords words;
    private final Swipes swipes;
    private final NotNeeded notNeeded;
    private final Clock clock;
    private final int swipedDays;

    public CasePrompts(
            StandingBoard board,
            Children children,
            CaseLog log,
            Staff staff,
            Account me,
            Swipes swipes,
            NotNeeded notNeeded,
            Clock clock) {
        this.board = board;
        this.children = children;
        this.inputs = new PromptInputs(log, me.name());
        this.words = new PromptWords(staff, me);
        this.swipes = swipes;
        this.notNeeded = notNeeded;
        this.clock = clock;
        this.swipedDays = PromptNumbers.shipped().swipedDays();
    }

    /// What was chosen for one child.
    ///
    /// @param inputs by which it was
    /// @param words for the braces
    public record Chosen(Standing standing, Prompts.Choice choice, Inputs inputs, Map<String, String> words) {
        /// A prompt's text with nothing left to fill in.
        public String text(Prompt prompt) {
            return PromptText.filled(prompt.text(), words);
        }
    }

    /// @param known inputs that stand in place of those worked out from the record
    public Optional<Chosen> choose(Phase phase, UUID child, Inputs known) {
        LocalDate today = Clocks.today(clock);
        return board.of(child).map(standing -> choose(phase, standing, known, today));
    }

    private Chosen choose(Phase phase, Standing standing, Inputs known, LocalDate today) {
        Inputs all = inputs(standing, today).and(known);
        Prompts bank = bank(today);
        var choice = bank.choose(phase, all, setAside(standing, bank, all, today));
        var unmet = inputs.adultNotMet(standing.view(), standing.alone(), today);
        return new Chosen(standing, choice, all, words.of(standing, unmet, today));
    }

    private Inputs inputs(Standing standing, LocalDate today) {
        int sibs = (int) children.family(standing.id()).stream()
                .filter(each -> each.plan().isPresent())
                .count();
        return inputs.of(standing.view(), standing.alone(), sibs, today);
    }

    private Prompts bank(LocalDate today) {
        return new Prompts(
                board.content().find("prompts", PromptBank.class, today).orElseThrow());
    }

    /// What somebody said is not needed, and what was swiped away while its condition saw the same.
    private Set<String> setAside(Standing standing, Prompts bank, Inputs now, LocalDate today) {
        var aside = new HashSet<String>();
        standing.view().setAside().stream()
                .filter(each -> each.until() == null || today.isBefore(each.until()))
                .map(CaseView.SetAside::prompt)
                .forEach(aside::add);
        for (Swipes.Swipe swipe : swipes.of(standing.id())) {
            boolean same = bank.find(swipe.prompt())
                    .filter(prompt -> prompt.level() == Prompt.Level.NUDGE)
                    .filter(prompt -> now.seenBy(prompt.when()).equals(swipe.seen()))
                    .isPresent();
            if (same && today.isBefore(swipe.until())) {
                aside.add(swipe.prompt());
            } else if (!today.isBefore(swipe.until())) {
                swipes.forget(standing.id(), swipe.prompt());
            }
        }
        return aside;
    }

    @Override
    public List<ForChild> ask(Phase phase, List<UUID> about, Map<UUID, Inputs> known) {
        LocalDate today = Clocks.today(clock);
        List<ChildSummary> found =
                about.stream().flatMap(child -> children.find(child).stream()).toList();
        Prompts bank = bank(today);
        var all = new ArrayList<ForChild>();
        for (Standing standing : StandingBoard.longestSinceAlone(board.of(found).values())) {
            Chosen chosen = choose(phase, standing, known.getOrDefault(standing.id(), none()), today);
            all.add(new ForChild(
                    standing.id(),
                    standing.child().shortName(),
                    asked(chosen, chosen.choice().shown(), bank),
                    asked(chosen, chosen.choice().more(), bank)));
        }
        return List.copyOf(all);
    }

    private static List<Asked> asked(Chosen chosen, List<Prompt> prompts, Prompts bank) {
        return prompts.stream()
                .map(prompt -> new Asked(
                        prompt, chosen.text(prompt), bank.isAskedOnce(prompt), because(prompt, chosen.inputs())))
                .toList();
    }

    /// "Visits without time alone: 4; in scope: yes": the facts that the condition asks for.
    private static String because(Prompt prompt, Inputs inputs) {
        String facts = prompt.when().names().stream()
                .sorted()
                .map(name -> Texts.of(
                        "rules.prompt.fact",
                        Texts.find("rules.input." + name).orElseGet(() -> name.replace('_', ' ')),
                        value(inputs.value(name))))
                .collect(Collectors.joining("; "));
        return facts.isEmpty() ? Texts.of("rules.prompt.always") : facts;
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Flag(var on) -> Texts.of(on ? "rules.prompt.yes" : "rules.prompt.no");
            case Value.Count(var number) -> String.valueOf(number);
            case Value.Word(var word) -> word.isEmpty() ? Texts.of("rules.prompt.no") : word.replace('_', ' ');
            case Value.Words(var words) ->
                words.isEmpty() ? Texts.of("rules.prompt.no") : String.join(", ", new TreeSet<>(words));
        };
    }

    @Override
    public void notNeeded(UUID child, String prompt, String why) {
        notNeeded.say(List.of(child), new NotNeeded.Of("prompt", prompt, null), false, why, null);
    }

    @Override
    public void swipe(UUID child, String prompt, Map<UUID, Inputs> known) {
        LocalDate today = Clocks.today(clock);
        board.of(child)
                .ifPresent(standing -> bank(today).find(prompt).ifPresent(found -> {
                    Inputs now = inputs(standing, today).and(known.getOrDefault(child, none()));
                    swipes.keep(child, new Swipes.Swipe(prompt, today.plusDays(swipedDays), now.seenBy(found.when())));
                }));
    }

    @Override
    public void unswipe(UUID child, String prompt) {
        swipes.forget(child, prompt);
    }

    @Override
    public Source source() {
        var header = bank(Clocks.today(clock)).header();
        return new Source(header.title(), header.source(), header.version());
    }

    private static Inputs none() {
        return Inputs.none(PracticeInputs.vocabulary());
    }
}
