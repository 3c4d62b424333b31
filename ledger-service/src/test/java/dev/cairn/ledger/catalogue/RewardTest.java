package dev.cairn.ledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.catalogue.MemberLimit.Per;
import dev.cairn.ledger.catalogue.Obstacle.LimitReached;
import dev.cairn.ledger.catalogue.Obstacle.NoSuchPrice;
import dev.cairn.ledger.catalogue.Obstacle.NotForYou;
import dev.cairn.ledger.membership.Groups;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Groups GOLD = new Groups("gold", Set.of());
    private static final Groups FANS = new Groups("silver", Set.of("fans"));
    private static final Groups GOLDEN_FANS = new Groups("gold", Set.of("fans", "others"));

    private static Reward reward(Price... prices) {
        return limited(null, prices);
    }

    private static Reward limited(MemberLimit limit, Price... prices) {
        var title = Map.of("en", "Tea");
        var all = List.of(prices);
        return new Reward(
                "tea",
                RewardType.PERK,
                title,
                null,
                null,
                all,
                null,
                null,
                limit,
                null,
                null,
                true);
    }

    private static Price price(long points, List<String> tiers, List<String> segments) {
        return new Price(null, points, tiers, segments);
    }

    @Test
    void theFirstPriceThatIsForTheMemberWins() {
        var tea =
                reward(
                        price(10, List.of("gold"), List.of("fans")),
                        price(20, List.of("gold"), null),
                        price(30, null, List.of("fans")),
                        Price.of(40));

        assertThat(tea.priceFor(GOLDEN_FANS, null)).map(Price::points).contains(10L);
        assertThat(tea.priceFor(GOLD, null)).map(Price::points).contains(20L);
        assertThat(tea.priceFor(FANS, null)).map(Price::points).contains(30L);
        assertThat(tea.priceFor(Groups.NONE, null)).map(Price::points).contains(40L);
    }

    @Test
    void aRewardOfAnotherTierSaysWhoseItIs() {
        var tea = reward(price(10, List.of("gold"), null), price(20, null, List.of("fans")));

        assertThat(tea.priceFor(Groups.NONE, null)).isEmpty();
        assertThat(tea.whyNoPrice(null))
                .isEqualTo(new NotForYou(new TreeSet<>(Set.of("fans", "gold"))));
    }

    @Test
    void theWishedCurrencyIsTheOnlyOneThatPays() {
        var tea = reward(new Price("miles", 5L, null, null), Price.of(40));

        assertThat(tea.priceFor(Groups.NONE, "points")).map(Price::points).contains(40L);
        assertThat(tea.priceFor(Groups.NONE, null)).map(Price::currency).contains("miles");
        assertThat(tea.whyNoPrice("stars"))
                .isEqualTo(new NoSuchPrice(new TreeSet<>(Set.of("miles", "points"))));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-07-08T23:00:00Z, 2026-07-09T23:00:00Z",
        "WEEK, 2026-07-05T23:00:00Z, 2026-07-12T23:00:00Z",
        "MONTH, 2026-06-30T23:00:00Z, 2026-07-31T23:00:00Z",
        "YEAR, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z"
    })
    void limitsCountOverPeriodsOfTheProgrammesCalendar(Per per, Instant since, Instant againAt) {
        var now = Instant.parse("2026-07-09T12:00:00Z");
        var limit = new MemberLimit(2, per);
        var tea = limited(limit, Price.of(40));

        assertThat(tea.countedSince(now, LONDON)).isEqualTo(since);
        assertThat(tea.obstacleAfter(1, now, LONDON)).isEmpty();
        assertThat(tea.obstacleAfter(2, now, LONDON)).contains(new LimitReached(limit, 2, againAt));
    }

    @Test
    void aLimitForEverNeverEnds() {
        var now = Instant.parse("2026-07-09T12:00:00Z");
        var limit = new MemberLimit(1, Per.EVER);
        var tea = limited(limit, Price.of(40));

        assertThat(tea.countedSince(now, LONDON)).isEqualTo(Instant.EPOCH);
        assertThat(tea.obstacleAfter(1, now, LONDON)).contains(new LimitReached(limit, 1, null));
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, Jause",
        "de-CH, Imbiss",
        "de, Imbiss",
        "fr-CA;q=0.9 de;q=0.5, Imbiss",
        "pt-BR, Snack",
        "*, Snack"
    })
    void theBestLanguageIsFoundAndEnglishOtherwise(String wanted, String title) {
        var titles = Map.of("en", "Snack", "de", "Imbiss", "de-AT", "Jause");
        var languages = LanguageRange.parse(wanted.replace(' ', ','));

        assertThat(Texts.in(titles, languages)).isEqualTo(title);
    }
}
