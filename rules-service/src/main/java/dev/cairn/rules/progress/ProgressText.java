package dev.cairn.rules.progress;

import dev.cairn.rules.evaluation.Goal;
import dev.cairn.rules.evaluation.Goal.CampaignGoal;
import dev.cairn.rules.evaluation.Goal.LadderGoal;
import dev.cairn.rules.evaluation.Goal.ProfileProgress;
import dev.cairn.rules.evaluation.Goal.StreakGoal;
import dev.cairn.rules.evaluation.Goal.TierGoal;
import dev.cairn.rules.programme.PeriodStreak;
import dev.cairn.rules.programme.PeriodUnit;
import dev.cairn.rules.programme.Programme;
import dev.cairn.rules.programme.Rule;
import dev.cairn.rules.programme.TierLadder;
import dev.cairn.rules.progress.ProgressView.GoalView;
import dev.cairn.rules.progress.ProgressView.NextReward;
import dev.cairn.rules.progress.ProgressView.ProgrammeView;
import dev.cairn.rules.progress.ProgressView.StreakView;
import dev.cairn.rules.state.Snapshot;
import java.time.Instant;
import java.util.Locale;

/** Puts a snapshot into the words of a language. */
final class ProgressText {
    private final Programme programme;
    private final Phrases phrases;

    ProgressText(Programme programme, Phrases phrases) {
        this.programme = programme;
        this.phrases = phrases;
    }

    ProgressView of(String member, Snapshot snapshot, Instant now) {
        return new ProgressView(
                member,
                now,
                new ProgrammeView(programme.id(), programme.version()),
                snapshot.orders(),
                snapshot.goals().stream().map(this::view).toList());
    }

    private GoalView view(Goal goal) {
        var rule = rule(goal.id());
        return switch (goal) {
            case LadderGoal ladder -> ladder(ladder, rule);
            case StreakGoal streak -> streak(streak, (PeriodStreak) rule);
            case ProfileProgress profile -> profile(profile, rule);
            case TierGoal tier -> tier(tier, (TierLadder) rule);
            case CampaignGoal campaign -> campaign(campaign, rule);
        };
    }

    private GoalView ladder(LadderGoal goal, Rule rule) {
        var reward =
                goal.completed()
                        ? null
                        : new NextReward(goal.nextPoints(), phrases.ladderStep(goal.target()));
        return new GoalView(
                goal.id(),
                "milestone",
                title(rule),
                goal.done(),
                goal.target(),
                left(goal.target(), goal.done()),
                "purchases",
                null,
                reward,
                goal.completed(),
                phrases.ladder(goal),
                null,
                null,
                null);
    }

    private GoalView streak(StreakGoal goal, PeriodStreak rule) {
        var unit = rule.period();
        var reward =
                goal.completed()
                        ? null
                        : new NextReward(
                                goal.nextPoints(), phrases.streakStep(goal.target(), unit));
        return new GoalView(
                goal.id(),
                "streak",
                title(rule),
                goal.length(),
                goal.target(),
                left(goal.target(), goal.length()),
                unitName(unit),
                goal.deadline(),
                reward,
                goal.completed(),
                phrases.streak(goal, unit),
                new StreakView(
                        goal.length(),
                        goal.best(),
                        goal.bestConsecutive(),
                        goal.freezes(),
                        goal.currentPeriod(),
                        goal.currentPeriodKept()),
                null,
                null);
    }

    private GoalView profile(ProfileProgress goal, Rule rule) {
        return new GoalView(
                goal.id(),
                "profile",
                title(rule),
                goal.done(),
                goal.target(),
                left(goal.target(), goal.done()),
                "fields",
                null,
                goal.completed() ? null : new NextReward(goal.points(), title(rule)),
                goal.completed(),
                phrases.profile(goal),
                null,
                null,
                null);
    }

    private GoalView tier(TierGoal goal, TierLadder rule) {
        var next = goal.next() == null ? null : title(rule, goal.next());
        return new GoalView(
                goal.id(),
                "tier",
                title(rule),
                goal.done(),
                goal.target(),
                left(goal.target(), goal.done()),
                "points",
                goal.until(),
                null,
                next == null,
                phrases.tier(goal, title(rule, goal.current()), next),
                null,
                goal.current(),
                goal.next());
    }

    private GoalView campaign(CampaignGoal goal, Rule rule) {
        var payable = !goal.paid() && !goal.soldOut();
        return new GoalView(
                goal.id(),
                "campaign",
                title(rule),
                goal.paid() ? 1 : 0,
                1L,
                goal.paid() ? 0L : 1L,
                "purchases",
                goal.open() ? goal.changesAt() : null,
                payable ? new NextReward(goal.points(), title(rule)) : null,
                goal.paid(),
                phrases.campaign(goal),
                null,
                null,
                null);
    }

    private static long left(long target, long done) {
        return Math.max(0, target - done);
    }

    private static String unitName(PeriodUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT) + "s";
    }

    private String title(Rule rule) {
        return rule.title().in(phrases.language());
    }

    private String title(TierLadder ladder, String tier) {
        return ladder.tiers().get(ladder.rank(tier)).title().in(phrases.language());
    }

    private Rule rule(String id) {
        return programme.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
