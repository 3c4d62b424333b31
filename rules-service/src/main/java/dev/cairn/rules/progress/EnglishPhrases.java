package dev.cairn.rules.progress;

import dev.cairn.rules.evaluation.Goal.CampaignGoal;
import dev.cairn.rules.evaluation.Goal.LadderGoal;
import dev.cairn.rules.evaluation.Goal.ProfileProgress;
import dev.cairn.rules.evaluation.Goal.StreakGoal;
import dev.cairn.rules.evaluation.Goal.TierGoal;
import dev.cairn.rules.programme.PeriodUnit;

final class EnglishPhrases implements Phrases {

    @Override
    public String language() {
        return "en";
    }

    @Override
    public String ladder(LadderGoal goal) {
        return goal.completed()
                ? "You have reached every step."
                : "%s to go for %s."
                        .formatted(
                                count(goal.target() - goal.done(), "purchase"),
                                count(goal.nextPoints(), "point"));
    }

    @Override
    public String ladderStep(long step) {
        return "Purchase number " + step;
    }

    @Override
    public String streak(StreakGoal goal, PeriodUnit unit) {
        var period = period(unit);
        if (goal.length() == 0) {
            return "A purchase this %s starts a streak.".formatted(period);
        }
        var row = count(goal.length(), period) + " in a row.";
        if (goal.currentPeriodKept()) {
            return row + " This %s is done.".formatted(period);
        }
        return goal.freezes() > 0
                ? row + " If you skip this %s, a freeze keeps your streak.".formatted(period)
                : row + " A purchase this %s keeps it going.".formatted(period);
    }

    @Override
    public String streakStep(long step, PeriodUnit unit) {
        return count(step, period(unit)) + " in a row";
    }

    @Override
    public String profile(ProfileProgress goal) {
        return goal.completed()
                ? "Your profile is complete, thank you."
                : "%s to fill in for %s."
                        .formatted(
                                count(goal.target() - goal.done(), "field"),
                                count(goal.points(), "point"));
    }

    @Override
    public String tier(TierGoal goal, String current, String next) {
        return next == null
                ? "You are at the top: %s.".formatted(current)
                : "You are at %s, %s from %s."
                        .formatted(current, count(goal.target() - goal.done(), "point"), next);
    }

    @Override
    public String campaign(CampaignGoal goal) {
        if (!goal.open()) {
            return "Your first purchase next time will pay %s."
                    .formatted(count(goal.points(), "point"));
        }
        if (goal.paid()) {
            return "Done: you have the points of this round.";
        }
        return goal.soldOut()
                ? "The budget of this campaign is used up."
                : "Your next purchase pays %s more.".formatted(count(goal.points(), "point"));
    }

    private static String period(PeriodUnit unit) {
        return switch (unit) {
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
        };
    }

    private static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
