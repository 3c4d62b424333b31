package dev.cairn.rules.progress;

import dev.cairn.rules.evaluation.Goal.CampaignGoal;
import dev.cairn.rules.evaluation.Goal.LadderGoal;
import dev.cairn.rules.evaluation.Goal.ProfileProgress;
import dev.cairn.rules.evaluation.Goal.StreakGoal;
import dev.cairn.rules.evaluation.Goal.TierGoal;
import dev.cairn.rules.programme.PeriodUnit;

final class GermanPhrases implements Phrases {

    @Override
    public String language() {
        return "de";
    }

    @Override
    public String ladder(LadderGoal goal) {
        return goal.completed()
                ? "Du hast alle Stufen erreicht."
                : "Noch %s, dann gibt es %s."
                        .formatted(
                                count(goal.target() - goal.done(), "Einkauf", "Einkäufe"),
                                points(goal.nextPoints()));
    }

    @Override
    public String ladderStep(long step) {
        return "Einkauf Nummer " + step;
    }

    @Override
    public String streak(StreakGoal goal, PeriodUnit unit) {
        if (goal.length() == 0) {
            return "Mit einem Einkauf %s beginnt eine Serie.".formatted(thisPeriod(unit));
        }
        var row = streakStep(goal.length(), unit) + ".";
        if (goal.currentPeriodKept()) {
            return row + " Für %s ist alles getan.".formatted(periodAccusative(unit));
        }
        return goal.freezes() > 0
                ? row + " Auch wenn du jetzt aussetzt, bleibt deine Serie einmal bestehen."
                : row + " Mit einem Einkauf %s geht sie weiter.".formatted(thisPeriod(unit));
    }

    @Override
    public String streakStep(long step, PeriodUnit unit) {
        return switch (unit) {
                    case DAY -> count(step, "Tag", "Tage");
                    case WEEK -> count(step, "Woche", "Wochen");
                    case MONTH -> count(step, "Monat", "Monate");
                }
                + " in Folge";
    }

    @Override
    public String profile(ProfileProgress goal) {
        return goal.completed()
                ? "Dein Profil ist vollständig, danke."
                : "Noch %s, dann gibt es %s."
                        .formatted(
                                count(goal.target() - goal.done(), "Angabe", "Angaben"),
                                points(goal.points()));
    }

    @Override
    public String tier(TierGoal goal, String current, String next) {
        return next == null
                ? "Du bist ganz oben: %s.".formatted(current)
                : "Du hast %s erreicht, noch %s bis %s."
                        .formatted(current, points(goal.target() - goal.done()), next);
    }

    @Override
    public String campaign(CampaignGoal goal) {
        if (!goal.open()) {
            return "Beim nächsten Mal bringt dein erster Einkauf %s."
                    .formatted(points(goal.points()));
        }
        if (goal.paid()) {
            return "Geschafft: Die Punkte dieser Runde hast du.";
        }
        return goal.soldOut()
                ? "Das Budget dieser Aktion ist aufgebraucht."
                : "Dein nächster Einkauf bringt %s zusätzlich.".formatted(points(goal.points()));
    }

    private static String thisPeriod(PeriodUnit unit) {
        return switch (unit) {
            case DAY -> "heute";
            case WEEK -> "in dieser Woche";
            case MONTH -> "in diesem Monat";
        };
    }

    private static String periodAccusative(PeriodUnit unit) {
        return switch (unit) {
            case DAY -> "heute";
            case WEEK -> "diese Woche";
            case MONTH -> "diesen Monat";
        };
    }

    private static String points(long n) {
        return count(n, "Punkt", "Punkte");
    }

    private static String count(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
