package org.alongside.caseload.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.alongside.caseload.Caseload;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.Texts;
import org.alongside.ui.Words;
import org.jspecify.annotations.Nullable;

/// A row of the caseload in words, the same on Today and in the list.
final class CaseloadWords {
    private final LocalDate today;
    private final int aloneFrom;

    CaseloadWords(LocalDate today, int aloneFrom) {
        this.today = today;
        this.aloneFrom = aloneFrom;
    }

    String age(ChildSummary child) {
        String age = Age.words(child.bornOn(), today);
        return age.endsWith(" years") ? age.substring(0, age.indexOf(' ')) : sentence(age);
    }

    String status(ChildSummary child) {
        return Texts.of("caseload.plan."
                + child.plan().map(ChildSummary.CurrentPlan::kind).orElse("none"));
    }

    String day(@Nullable LocalDate day) {
        return day == null ? "" : Words.shortDay(day);
    }

    String lastAlone(Caseload.Row row) {
        if (row.lastAlone() != null) {
            return Words.shortDay(row.lastAlone());
        }
        LocalDate born = row.child().bornOn();
        boolean young = born == null || born.isAfter(today) || Age.years(born, today) < aloneFrom;
        return Texts.of(young ? "caseload.caseload.too-young" : "caseload.caseload.not-yet");
    }

    String copy(Caseload.Row row) {
        if (row.conflicts() > 0) {
            return Texts.of("caseload.caseload.to-decide");
        }
        return row.unsent() > 0
                ? Texts.of("caseload.caseload.to-send", row.unsent())
                : Texts.of("caseload.caseload.up-to-date");
    }

    /// "Last alone: Ellis 12 August, 98 days ago, Romy 23 September." for the children in scope.
    String lastAlone(List<Caseload.Row> rows) {
        String each = rows.stream()
                .filter(row -> row.child().bornOn() != null
                        && !row.child().bornOn().isAfter(today)
                        && Age.years(row.child().bornOn(), today) >= aloneFrom)
                .map(this::oneAlone)
                .collect(Collectors.joining(", "));
        return each.isEmpty() ? "" : Texts.of("caseload.today.last-alone", each);
    }

    String explain(Caseload.Row row) {
        String seen = row.lastSeen() == null
                ? Texts.of("caseload.caseload.explain-never-seen")
                : Texts.of("caseload.caseload.explain-seen", Words.day(row.lastSeen()));
        String alone;
        if (row.lastAlone() == null) {
            alone = Texts.of("caseload.caseload.explain-never-alone");
        } else if (row.lastAlone().equals(today)) {
            alone = Texts.of("caseload.caseload.explain-alone-today");
        } else {
            alone = Texts.of("caseload.caseload.explain-alone", Words.day(row.lastAlone()), days(row.lastAlone()));
        }
        return Texts.of("caseload.caseload.explain", row.child().name(), seen, alone);
    }

    static String names(List<ChildSummary> children) {
        List<String> names = children.stream().map(ChildSummary::shortName).toList();
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private String oneAlone(Caseload.Row row) {
        String name = row.child().shortName();
        if (row.lastAlone() == null) {
            return Texts.of("caseload.today.last-alone-never", name);
        }
        return row.lastAlone().equals(today)
                ? Texts.of("caseload.today.last-alone-today", name)
                : Texts.of(
                        "caseload.today.last-alone-one", name, Words.shortDay(row.lastAlone()), days(row.lastAlone()));
    }

    private String days(LocalDate day) {
        return String.valueOf(ChronoUnit.DAYS.between(day, today));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
