package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.exchange.Findings;
import org.alongside.exchange.Unit;
import org.jspecify.annotations.Nullable;

/// Turns one `Child` element into a typed child: reads every value, runs every check over all that
/// could be read, and leaves out what was refused.
final class ChildReader {
    private final ValueReader values;
    private final Findings findings;
    private final @Nullable LocalDate referenceDate;
    private int episodes;

    /// @param referenceDate of the file's header, null when it has none
    ChildReader(ValueReader values, Findings findings, @Nullable LocalDate referenceDate) {
        this.values = values;
        this.findings = findings;
        this.referenceDate = referenceDate;
    }

    /// Episodes of need read so far, taken and refused.
    int episodes() {
        return episodes;
    }

    /// @param secondOfItsId whether a child of the same id came earlier in the file (8510)
    /// @return the child without what was refused; empty when the whole child was
    Optional<CinChild> read(CensusElement element, boolean secondOfItsId) {
        String record = idOf(element);
        var verdicts = new Verdicts(findings, record);
        var top = values.read(element, new CinPlace(element.line(), ""), record);
        var ids = block(top, "ChildIdentifiers", record);
        IdentityChecks.identifiers(ids, verdicts, referenceDate);
        if (secondOfItsId) {
            verdicts.refuse(ids, Unit.CHILD, ids.at(), "cin-8510");
            ids.keepOut(Unit.CHILD);
        }
        var characteristics = block(top, "ChildCharacteristics", record);
        IdentityChecks.characteristics(characteristics, verdicts);
        var reader = new EpisodeReader(values, verdicts, record);
        List<CinEpisode> read = new ArrayList<>();
        for (var below : top.below()) {
            if (below.element().name().equals("CINdetails")) {
                episodes++;
                reader.read(below).ifPresent(read::add);
            }
        }
        var child = child(element, record, ids, characteristics, verdicts, read);
        new ChildChecks(child, verdicts, referenceDate).check();
        boolean refused = ids.keptOut() == Unit.CHILD || top.keptOut() == Unit.CHILD;
        List<CinEpisode> kept = new ArrayList<>();
        for (CinEpisode episode : read) {
            if (verdicts.isRefused(episode) || refused) {
                goesWithIt(episode, verdicts, refused);
            } else {
                kept.add(without(episode, verdicts));
            }
        }
        return refused ? Optional.empty() : Optional.of(child.withEpisodes(kept));
    }

    /// What hangs on something refused is named too, so that nothing goes in silence.
    private static void goesWithIt(CinEpisode episode, Verdicts verdicts, boolean childRefused) {
        if (childRefused && !verdicts.isRefused(episode)) {
            verdicts.refuse(episode, Unit.EPISODE, episode.at(), "with-child");
        }
        for (CinBlock block : episode.blocks()) {
            if (!verdicts.isRefused(block)) {
                verdicts.refuse(block, Unit.BLOCK, block.at(), "with-episode");
            }
        }
        CinDay conference = episode.transferConference();
        if (conference != null && !verdicts.isRefused(conference)) {
            verdicts.refuse(conference, Unit.VALUE, conference.at(), "with-episode");
        }
    }

    /// The episode without what was refused, and without the word that contradicted it.
    private static CinEpisode without(CinEpisode episode, Verdicts verdicts) {
        CinDay conference = episode.transferConference();
        boolean activity = !episode.blocks().isEmpty() || conference != null;
        boolean moreThanAssessment =
                conference != null || episode.blocks().stream().anyMatch(block -> !(block instanceof CinAssessment));
        Boolean nothing = episode.noFurtherAction();
        if (episode.isNoFurtherAction() && activity) {
            verdicts.refuse(episode.at(), Unit.VALUE, episode.at().below("ReferralNFA"), "mark-contradicted");
            nothing = null;
        }
        String reason = episode.closureReason();
        if (episode.isClosedAfterAssessment() && moreThanAssessment) {
            verdicts.refuse(episode.at(), Unit.VALUE, episode.at().below("ReasonForClosure"), "mark-contradicted");
            reason = null;
        }
        return new CinEpisode(
                episode.at(),
                episode.referredOn(),
                episode.source(),
                episode.primaryNeed(),
                episode.closedOn(),
                reason,
                nothing,
                conference != null && verdicts.isRefused(conference) ? null : conference,
                episode.blocks().stream()
                        .filter(block -> !verdicts.isRefused(block))
                        .map(block -> without(block, verdicts))
                        .toList());
    }

    private static CinBlock without(CinBlock block, Verdicts verdicts) {
        return switch (block) {
            case CinAssessment a -> verdicts.isRefused(a.factors()) ? a.withoutFactors() : a;
            case CinSection47 s ->
                s.conference() != null && verdicts.isRefused(s.conference()) ? s.withoutConference() : s;
            case CinProtectionPlan p ->
                p.withReviews(p.reviews().stream()
                        .filter(review -> !verdicts.isRefused(review))
                        .toList());
            case CinNeedPlan p -> p;
            case CinPreProceedings p -> p;
        };
    }

    private Values block(Values top, String name, @Nullable String record) {
        Values found = null;
        for (var below : top.below()) {
            if (below.element().name().equals(name) && found == null) {
                found = values.read(below.element(), below.at(), record);
            } else if (below.element().name().equals(name)) {
                findings.refuse(
                        Unit.BLOCK, below.at().line(), record, below.at().path(), "block-twice", name);
            }
        }
        if (found == null) {
            found = new Values(top.at().below(name));
        }
        return found;
    }

    private static CinChild child(
            CensusElement element,
            @Nullable String record,
            Values ids,
            Values characteristics,
            Verdicts verdicts,
            List<CinEpisode> episodes) {
        String sex = ids.text("Sex");
        return new CinChild(
                new CinPlace(element.line(), ""),
                record == null ? "" : record,
                ids.text("UPN"),
                ids.text("FormerUPN"),
                ids.text("UPNunknown"),
                ids.date("PersonBirthDate"),
                ids.date("ExpectedPersonBirthDate"),
                ids.date("PersonDeathDate"),
                sex == null ? ids.text("GenderCurrent") : sex,
                characteristics.text("Ethnicity"),
                characteristics.all("Disability").stream()
                        .filter(entry -> !verdicts.isRefused(entry))
                        .map(entry -> (String) entry.value())
                        .toList(),
                episodes);
    }

    /// The id, before anything else is read, so that every finding can name its child.
    static @Nullable String idOf(CensusElement child) {
        for (CensusElement block : child.children()) {
            if (block.name().equals("ChildIdentifiers")) {
                for (CensusElement value : block.children()) {
                    if (value.name().equals("LAchildID") && !value.text().isEmpty()) {
                        return value.text();
                    }
                }
            }
        }
        return null;
    }
}
