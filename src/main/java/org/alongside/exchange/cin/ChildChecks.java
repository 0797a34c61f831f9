package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.alongside.exchange.Unit;
import org.jspecify.annotations.Nullable;

/// The rules across a child's episodes: one open at a time, none overlapping, and so for what hangs
/// on them. Of two that contradict each other the one that began later is taken, since the last
/// episode is the one that may be open (8816); of two that began on one day, the first in the file.
final class ChildChecks {
    private final CinChild child;
    private final Verdicts verdicts;
    private final @Nullable LocalDate referenceDate;

    ChildChecks(CinChild child, Verdicts verdicts, @Nullable LocalDate referenceDate) {
        this.child = child;
        this.verdicts = verdicts;
        this.referenceDate = referenceDate;
    }

    void check() {
        for (CinEpisode episode : child.episodes()) {
            new EpisodeChecks(episode, verdicts, referenceDate).check();
            death(episode);
        }
        unknownUpn();
        episodes();
        for (CinEpisode episode : child.episodes()) {
            oneAtATime(episode.blocks(CinAssessment.class), "8863Q", "8896");
            oneAtATime(episode.blocks(CinSection47.class), "8839", "8890");
        }
        oneAtATime(all(CinNeedPlan.class), "4004", "4014");
        oneAtATime(all(CinProtectionPlan.class), "8935", "8940");
        oneAtATime(all(CinPreProceedings.class), "overlapping", "overlapping");
        sameDay(all(CinAssessment.class));
        sameDay(all(CinSection47.class));
        sameDay(all(CinNeedPlan.class));
        sameDay(all(CinProtectionPlan.class));
        sameDayConferences();
        plansTogether();
    }

    private <B extends CinBlock> List<B> all(Class<B> kind) {
        return child.episodes().stream()
                .flatMap(episode -> episode.blocks(kind).stream())
                .toList();
    }

    private void death(CinEpisode episode) {
        LocalDate died = child.diedOn();
        if (died != null && episode.referredOn().isAfter(died)) {
            verdicts.warn(Unit.EPISODE, episode.at(), "cin-8555Q", episode.referredOn(), died);
        }
        if (died == null && "RC2".equals(episode.closureReason())) {
            verdicts.warn(Unit.EPISODE, episode.at(), "cin-8585Q");
        }
        if (died != null && episode.closedOn() == null && !episode.isNoFurtherAction()) {
            verdicts.warn(Unit.EPISODE, episode.at(), "open-after-death", died);
        }
    }

    /// 8772: the reason "referral with no further action" only where every referral is one. 8770Q: a
    /// number or a reason is wanted for a child of six and over.
    private void unknownUpn() {
        boolean further = child.episodes().stream().anyMatch(e -> Boolean.FALSE.equals(e.noFurtherAction()));
        CinPlace at = child.at().below("ChildIdentifiers.UPNunknown");
        if ("UN7".equals(child.upnUnknown()) && further) {
            verdicts.warn(Unit.VALUE, at, "cin-8772");
        }
        LocalDate born = child.bornOn();
        boolean reason = child.upnUnknown() != null && !child.upnUnknown().equals("UN1");
        if (further
                && child.upn() == null
                && !reason
                && born != null
                && referenceDate != null
                && !born.isAfter(referenceDate.minusYears(6))) {
            verdicts.warn(Unit.VALUE, at, "cin-8770Q");
        }
    }

    /// A referral with no further action may fall within an open case; others may not.
    private void episodes() {
        List<CinEpisode> latestFirst = new ArrayList<>(child.episodes());
        latestFirst.sort(Comparator.comparing(CinEpisode::referredOn).reversed());
        List<CinEpisode> taken = new ArrayList<>();
        for (CinEpisode episode : latestFirst) {
            CinEpisode sameDay = find(taken, other -> other.referredOn().equals(episode.referredOn()));
            List<CinEpisode> others =
                    taken.stream().filter(other -> !other.isNoFurtherAction()).toList();
            CinEpisode overlap = episode.isNoFurtherAction()
                    ? null
                    : find(
                            others,
                            other -> episode.closedOn() != null
                                    && episode.closedOn().isAfter(other.referredOn()));
            boolean openToo = episode.closedOn() == null && !episode.isNoFurtherAction();
            if (sameDay != null) {
                verdicts.refuse(episode, Unit.EPISODE, episode.at(), "repeated", episode.referredOn());
            } else if (openToo && find(others, o -> o.closedOn() == null) != null) {
                verdicts.rule("8815", episode, Unit.EPISODE, episode.at(), episode.referredOn());
            } else if (openToo && !others.isEmpty()) {
                verdicts.rule("8816", episode, Unit.EPISODE, episode.at(), episode.referredOn());
            } else if (overlap != null) {
                verdicts.rule("8820", episode, Unit.EPISODE, episode.at(), overlap.referredOn());
            } else {
                taken.add(episode);
            }
        }
    }

    private <B extends CinBlock> void oneAtATime(List<B> blocks, String bothOpen, String overlapping) {
        List<B> latestFirst = new ArrayList<>(blocks);
        latestFirst.sort(Comparator.comparing(CinBlock::startedOn).reversed());
        List<B> taken = new ArrayList<>();
        for (B block : latestFirst) {
            B other = find(taken, t -> block.covers(t.startedOn()));
            if (other == null) {
                taken.add(block);
            } else if (block.endedOn() == null && other.endedOn() == null && !bothOpen.equals(overlapping)) {
                // A query too keeps it out: a record of one kind and one day is one record.
                if (bothOpen.endsWith("Q") && !block.startedOn().equals(other.startedOn())) {
                    verdicts.rule(bothOpen, block, Unit.BLOCK, block.at(), other.startedOn());
                } else {
                    verdicts.refuse(block, Unit.BLOCK, block.at(), "cin-" + bothOpen, other.startedOn());
                }
            } else {
                String code = bothOpen.equals(overlapping) ? overlapping : "cin-" + overlapping;
                verdicts.refuse(block, Unit.BLOCK, block.at(), code, other.startedOn());
            }
        }
    }

    /// Two of one kind that began on one day are one record told twice, or a slip.
    private void sameDay(List<? extends CinBlock> blocks) {
        var days = new HashSet<LocalDate>();
        for (CinBlock block : blocks) {
            if (!days.add(block.startedOn()) && !verdicts.isRefused(block)) {
                verdicts.refuse(block, Unit.BLOCK, block.at(), "repeated", block.startedOn());
            }
        }
    }

    private void sameDayConferences() {
        var days = new HashSet<LocalDate>();
        for (CinSection47 enquiry : all(CinSection47.class)) {
            CinDay conference = enquiry.conference();
            if (conference != null && !verdicts.isRefused(enquiry) && !days.add(conference.on())) {
                verdicts.refuse(conference, Unit.VALUE, conference.at(), "repeated", conference.on());
            }
        }
    }

    /// 4001, 4016, 4017: a child in need plan never runs beside a protection plan. The protection
    /// plan is the one to keep.
    private void plansTogether() {
        for (CinNeedPlan plan : all(CinNeedPlan.class)) {
            for (CinProtectionPlan protection : all(CinProtectionPlan.class)) {
                if (plan.endedOn() == null && protection.endedOn() == null) {
                    verdicts.rule("4001", plan, Unit.BLOCK, plan.at(), protection.startedOn());
                } else if (protection.covers(plan.startedOn())) {
                    verdicts.rule("4016", plan, Unit.BLOCK, plan.at(), protection.startedOn());
                } else if (plan.covers(protection.startedOn())) {
                    verdicts.rule("4017", plan, Unit.BLOCK, plan.at(), protection.startedOn());
                }
            }
        }
    }

    private static <T> @Nullable T find(List<T> among, java.util.function.Predicate<T> fits) {
        return among.stream().filter(fits).findFirst().orElse(null);
    }
}
