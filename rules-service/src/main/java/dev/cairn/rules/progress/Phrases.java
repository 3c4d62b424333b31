package dev.cairn.rules.progress;

import dev.cairn.rules.evaluation.Goal.CampaignGoal;
import dev.cairn.rules.evaluation.Goal.LadderGoal;
import dev.cairn.rules.evaluation.Goal.ProfileProgress;
import dev.cairn.rules.evaluation.Goal.StreakGoal;
import dev.cairn.rules.evaluation.Goal.TierGoal;
import dev.cairn.rules.programme.PeriodUnit;
import java.util.List;
import java.util.Locale;

/** What goals sound like in a language. Kind, short, and never a threat. */
interface Phrases {

    /** The code by which titles are looked up. */
    String language();

    String ladder(LadderGoal goal);

    String ladderStep(long step);

    String streak(StreakGoal goal, PeriodUnit unit);

    String streakStep(long step, PeriodUnit unit);

    String profile(ProfileProgress goal);

    String tier(TierGoal goal, String current, String next);

    String campaign(CampaignGoal goal);

    /** The first of the reader's languages that is spoken here; English when there is none. */
    static Phrases of(List<Locale> languages) {
        for (var locale : languages) {
            switch (locale.getLanguage()) {
                case "de" -> {
                    return new GermanPhrases();
                }
                case "en" -> {
                    return new EnglishPhrases();
                }
                default -> {}
            }
        }
        return new EnglishPhrases();
    }
}
