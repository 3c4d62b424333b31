package dev.cairn.rules.evaluation;

import dev.cairn.rules.programme.BaseEarning;
import dev.cairn.rules.programme.BudgetedCampaign;
import dev.cairn.rules.programme.PeriodStreak;
import dev.cairn.rules.programme.ProfileGoal;
import dev.cairn.rules.programme.Programme;
import dev.cairn.rules.programme.PurchaseLadder;
import dev.cairn.rules.programme.TierLadder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The one evaluator: live processing, repair and reading all call it. No clock, no input or output
 * and no chance inside; the order of the history does not matter.
 */
public final class Evaluation {

    private Evaluation() {}

    /** What a member's history means under a programme at an instant. */
    public static MemberState fold(History history, Programme programme, Instant asOf) {
        var facts = Facts.of(history, programme, asOf);
        var outcomes = new ArrayList<Outcome>(programme.rules().size());
        for (var rule : programme.rules()) {
            outcomes.add(
                    switch (rule) {
                        case BaseEarning base -> BaseFold.fold(base, facts);
                        case PurchaseLadder ladder -> LadderFold.fold(ladder, facts);
                        case PeriodStreak streak -> StreakFold.fold(streak, facts);
                        case ProfileGoal goal -> ProfileFold.fold(goal, facts);
                        case BudgetedCampaign campaign -> CampaignFold.fold(campaign, facts);
                        case TierLadder ladder -> Outcome.NOTHING;
                    });
        }
        var awards = outcomes.stream().flatMap(outcome -> outcome.awards().stream()).toList();
        for (var i = 0; i < outcomes.size(); i++) {
            if (programme.rules().get(i) instanceof TierLadder ladder) {
                outcomes.set(i, TierFold.fold(ladder, awards, facts));
            }
        }
        return new MemberState(
                awards,
                outcomes.stream().flatMap(outcome -> outcome.goal().stream()).toList(),
                OrderTotals.of(facts.orders().all()),
                announcements(outcomes),
                facts.orders().explanations(),
                earliest(outcomes, Outcome::nextChangeAt),
                earliest(outcomes, Outcome::wakeAt));
    }

    private static List<Announcement> announcements(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.announcements().stream())
                .sorted(
                        Comparator.comparing((Announcement news) -> news.event().occurredAt())
                                .thenComparing(Announcement::key))
                .toList();
    }

    private static Instant earliest(List<Outcome> outcomes, Function<Outcome, Instant> instant) {
        return outcomes.stream()
                .map(instant)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
