package org.alongside.plan;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.kernel.Texts;
import org.alongside.plan.FamilyPage.Kind;
import org.alongside.plan.FamilyPage.Line;
import org.alongside.plan.FamilyPage.Part;
import org.alongside.plan.FamilyPage.Section;
import org.jspecify.annotations.Nullable;

/// Makes the family's page of a plan: only what the linter finds clear, and what is missing said in its
/// place. It takes nothing from the record but the plan itself, so that no risk line, restricted record
/// or third person's fact can get onto it; a withheld address that was written into the plan stays off.
public final class FamilyPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    /// Shorter texts say little about how hard the page is to read.
    private static final int ENOUGH_WORDS = 12;

    private FamilyPages() {}

    /// @param findings of the linter for this plan
    /// @param withheld texts that must not stand on the page
    /// @param ring who to ring when the plan does not say: the council's own line
    public static FamilyPage of(
            Plan plan, List<Finding> findings, LocalDate today, List<String> withheld, List<String> ring) {
        return new Making(plan, findings, today, withheld, ring).page();
    }

    /// The page of a plan as the record has it: for paper and the command line.
    ///
    /// @param ring as above
    public static FamilyPage of(Standing standing, LocalDate today, List<String> ring) {
        Plan plan = standing.plan();
        return of(plan, Linter.shipped().check(plan, today), today, standing.withheld(), ring);
    }

    private static final class Making {
        private final Plan plan;
        private final List<Finding> findings;
        private final LocalDate today;
        private final List<String> withheld;
        private final List<String> ring;
        private final List<Integer> clear = new ArrayList<>();
        private final List<Integer> unclear = new ArrayList<>();
        private final List<Integer> wordy = new ArrayList<>();
        private final List<Integer> secret = new ArrayList<>();

        Making(Plan plan, List<Finding> findings, LocalDate today, List<String> withheld, List<String> ring) {
            this.plan = plan;
            this.findings = findings;
            this.today = today;
            this.withheld = withheld.stream()
                    .flatMap(text -> Stream.of(text, text.split(",")[0]))
                    .map(text -> text.strip().toLowerCase(Locale.UK))
                    .filter(text -> text.length() > 3)
                    .distinct()
                    .toList();
            this.ring = ring;
        }

        FamilyPage page() {
            for (int at = 0; at < plan.actions().size(); at++) {
                int place = at;
                Action action = plan.actions().get(at);
                if (Stream.of(action.text(), action.who(), action.outcome(), action.ifNot(), action.provider())
                        .anyMatch(this::isSecret)) {
                    secret.add(at);
                } else {
                    List<Finding> open = findings.stream()
                            .filter(finding -> finding.action() == place && !finding.settled())
                            .toList();
                    boolean stops = open.stream().anyMatch(Finding::stops);
                    (open.isEmpty() ? clear : stops ? unclear : wordy).add(at);
                }
            }
            List<Section> sections = List.of(
                    section(Part.WORRIED, texts(plan.said().worries().stream(), "plan.family.no-worries")),
                    section(Part.BETTER, texts(clear().map(Action::outcome), "plan.family.no-outcomes")),
                    section(Part.WHO_DOES_WHAT, actions()),
                    section(Part.IF_NOT, ifNot()),
                    section(
                            Part.WHO_TO_RING,
                            texts(
                                    plan.said().ring().isEmpty() ? ring.stream() : plan.said().ring().stream(),
                                    "plan.family.no-ring")));
            return new FamilyPage(
                    Texts.of("plan.family.title", names()), dated(), plan.agreedOn() == null, sections, age(sections));
        }

        private Stream<Action> clear() {
            return clear.stream().map(plan.actions()::get);
        }

        private static Section section(Part part, List<Line> lines) {
            return new Section(
                    part,
                    Texts.of("plan.family."
                            + part.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    lines);
        }

        /// Each text once; what is missing when there is none.
        private List<Line> texts(Stream<String> texts, String none) {
            List<Line> lines = texts.map(String::strip)
                    .filter(text -> !text.isEmpty() && !isSecret(text))
                    .distinct()
                    .map(Line::text)
                    .toList();
            return lines.isEmpty() ? List.of(Line.missing(Texts.of(none))) : lines;
        }

        private List<Line> actions() {
            var lines = new ArrayList<Line>();
            int number = 0;
            for (int at : clear) {
                number++;
                Action action = plan.actions().get(at);
                String due = Linter.due(plan, action, today)
                        .map(day -> Texts.of("plan.family.by", DAY.format(day)))
                        .orElse("");
                lines.add(new Line(Kind.ACTION, number, withWho(action), due));
            }
            missing(lines, unclear, "plan.family.unclear");
            missing(lines, wordy, "plan.family.wordy");
            missing(lines, secret, "plan.family.secret");
            if (plan.actions().isEmpty()) {
                lines.add(Line.missing(Texts.of("plan.family.no-actions")));
            }
            return lines;
        }

        private void missing(List<Line> lines, List<Integer> places, String key) {
            if (!places.isEmpty()) {
                lines.add(Line.missing(Texts.of(
                        key,
                        places.size(),
                        Numbers.words(places.stream().map(at -> at + 1).toList()))));
            }
        }

        /// The first name of who does it stands before words that do not say it.
        private static String withWho(Action action) {
            String text = action.text().strip();
            String first = action.who().strip().split("\\s+")[0];
            if (first.isEmpty() || Phrases.of(List.of(first)).isIn(text)) {
                return text;
            }
            return Texts.of("plan.family.who", action.who().strip(), text);
        }

        private List<Line> ifNot() {
            var lines = new ArrayList<>(texts(clear().map(Action::ifNot), "plan.family.no-if-not"));
            String contingency = plan.said().contingency().strip();
            if (!contingency.isEmpty() && !isSecret(contingency)) {
                lines.removeIf(line -> line.kind() == Kind.MISSING);
                lines.add(Line.text(contingency));
            }
            return lines;
        }

        private boolean isSecret(String text) {
            String small = text.toLowerCase(Locale.UK);
            return withheld.stream().anyMatch(small::contains);
        }

        private String names() {
            List<String> names = plan.children().stream().map(Plan.Child::name).toList();
            if (names.size() < 2) {
                return names.isEmpty() ? Texts.of("plan.family.us") : names.getFirst();
            }
            return Texts.of("plan.family.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
        }

        private String dated() {
            if (plan.agreedOn() == null) {
                return "";
            }
            String agreed = Texts.of("plan.family.agreed", DAY.format(plan.agreedOn()));
            return plan.nextReview() == null
                    ? agreed
                    : agreed + " " + Texts.of("plan.family.review", DAY.format(plan.nextReview()));
        }

        private @Nullable Integer age(List<Section> sections) {
            String read = sections.stream()
                    .filter(section -> section.part() != Part.WHO_TO_RING)
                    .flatMap(section -> section.lines().stream())
                    .filter(line -> line.kind() != Kind.MISSING)
                    .map(Line::text)
                    .collect(Collectors.joining("\n"));
            Readability reading = Readability.of(read, plan.names());
            return reading.words() < ENOUGH_WORDS ? null : Integer.valueOf(reading.about());
        }
    }
}
