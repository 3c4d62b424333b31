package dev.cairn.rules.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.rules.evaluation.Goal.CampaignGoal;
import dev.cairn.rules.evaluation.Goal.LadderGoal;
import dev.cairn.rules.evaluation.Goal.ProfileProgress;
import dev.cairn.rules.evaluation.Goal.StreakGoal;
import dev.cairn.rules.evaluation.Goal.TierGoal;
import dev.cairn.rules.programme.PeriodUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private final Phrases english = new EnglishPhrases();
    private final Phrases german = new GermanPhrases();

    private static StreakGoal streak(long length, int freezes, boolean kept) {
        return new StreakGoal("s", length, length, length, freezes, "2026-W10", kept, null, 8, 120);
    }

    @Test
    void oneIsNotMany() {
        assertThat(english.ladder(new LadderGoal("l", 2, 3, 1)))
                .isEqualTo("1 purchase to go for 1 point.");
        assertThat(english.ladder(new LadderGoal("l", 1, 3, 30)))
                .isEqualTo("2 purchases to go for 30 points.");
        assertThat(german.ladder(new LadderGoal("l", 2, 3, 1)))
                .isEqualTo("Noch 1 Einkauf, dann gibt es 1 Punkt.");
    }

    @Test
    void streaksAreToldWithoutThreats() {
        assertThat(english.streak(streak(0, 0, false), PeriodUnit.WEEK))
                .isEqualTo("A purchase this week starts a streak.");
        assertThat(english.streak(streak(3, 0, false), PeriodUnit.WEEK))
                .isEqualTo("3 weeks in a row. A purchase this week keeps it going.");
        assertThat(english.streak(streak(4, 1, false), PeriodUnit.WEEK))
                .isEqualTo("4 weeks in a row. If you skip this week, a freeze keeps your streak.");
        assertThat(english.streak(streak(1, 0, true), PeriodUnit.DAY))
                .isEqualTo("1 day in a row. This day is done.");
        assertThat(german.streak(streak(3, 0, false), PeriodUnit.WEEK))
                .isEqualTo("3 Wochen in Folge. Mit einem Einkauf in dieser Woche geht sie weiter.");
        assertThat(german.streak(streak(3, 0, true), PeriodUnit.MONTH))
                .isEqualTo("3 Monate in Folge. Für diesen Monat ist alles getan.");
    }

    @Test
    void theTopHasNothingAbove() {
        assertThat(english.tier(new TierGoal("t", "a", null, 9, 5, null, null), "Summit", null))
                .isEqualTo("You are at the top: Summit.");
        assertThat(
                        english.tier(
                                new TierGoal("t", "a", "b", 310, 500, null, null),
                                "Pebble",
                                "Stone"))
                .isEqualTo("You are at Pebble, 190 points from Stone.");
    }

    @Test
    void campaignsSayWhereTheyStand() {
        assertThat(english.campaign(new CampaignGoal("c", true, false, false, 20, null)))
                .isEqualTo("Your next purchase pays 20 points more.");
        assertThat(english.campaign(new CampaignGoal("c", true, false, true, 20, null)))
                .isEqualTo("The budget of this campaign is used up.");
        assertThat(german.campaign(new CampaignGoal("c", true, true, false, 20, null)))
                .isEqualTo("Geschafft: Die Punkte dieser Runde hast du.");
        assertThat(german.campaign(new CampaignGoal("c", false, false, false, 20, null)))
                .isEqualTo("Beim nächsten Mal bringt dein erster Einkauf 20 Punkte.");
    }

    @Test
    void profilesSayWhatIsMissing() {
        assertThat(english.profile(new ProfileProgress("p", 2, 3, 50, false)))
                .isEqualTo("1 field to fill in for 50 points.");
        assertThat(german.profile(new ProfileProgress("p", 3, 3, 50, true)))
                .isEqualTo("Dein Profil ist vollständig, danke.");
    }

    @Test
    void theFirstLanguageThatIsSpokenHereWins() {
        assertThat(Phrases.of(List.of(Locale.FRENCH, Locale.GERMAN)).language()).isEqualTo("de");
        assertThat(Phrases.of(List.of(Locale.US, Locale.GERMAN)).language()).isEqualTo("en");
        assertThat(Phrases.of(List.of()).language()).isEqualTo("en");
    }
}
