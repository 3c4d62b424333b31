package dev.cairn.ledger.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ledger.Documents;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.Currency.Cap;
import dev.cairn.ledger.currency.ExpiryModel.Round;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrenciesFileTest {
    @TempDir Path folder;

    private CurrenciesFile read(String yaml) {
        try {
            return CurrenciesFile.read(
                    Files.writeString(folder.resolve("c.yaml"), yaml).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Currency currency(String settings) {
        return read("currencies: [{id: points, " + settings + "}]").currencies().getFirst();
    }

    @Test
    void theDemoProgrammesFileIsRight() {
        assertThat(CurrenciesFile.read("currencies/cairn-demo.yaml").currencies())
                .extracting(Currency::id)
                .contains("points");
    }

    @Test
    void theExampleOfTheDocumentsIsRight() {
        var file = read(Documents.example("programme/currencies.md", "yaml"));

        assertThat(file.currencies()).extracting(Currency::id).contains("points", "miles");
        assertThat(file.conversions()).hasSize(1);
    }

    @Test
    void whatIsLeftOutHasTheDefaultThatAsksLeastOfMembers() {
        var points = read("currencies: [{id: points}]").currencies().getFirst();

        assertThat(points.expiry()).isEqualTo(new ExpiryModel.Never());
        assertThat(points.beyondBalance()).isEqualTo(BeyondBalance.ARREARS);
        assertThat(points.otherLots()).isTrue();
        assertThat(points.deadLots()).isEqualTo(new DeadLots.StayDead());
        assertThat(points.caps()).isEmpty();
        assertThat(points.transfers().allowed()).isFalse();
        assertThat(points.holds().lapseAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(points.adjustments().secondApproverAbove()).isEqualTo(10_000);
    }

    @Test
    void everySettingIsRead() {
        var file =
                read(
                        """
                        currencies:
                          - id: points
                            title: { en: Points, de: Punkte }
                            zone: Asia/Tokyo
                            expiry: { model: sliding, after: P6M, on: [earning, spending], round: month }
                            beyondBalance: clip
                            otherLots: false
                            deadLots: { policy: grace, days: P14D }
                            caps:
                              - { id: daily, per: day, points: 500, action: clip }
                          - id: miles
                            expiry: { model: calendar, dates: [2026-12-31, 2027-12-31] }
                            deadLots: { policy: new-lot }
                        conversions:
                          - from: points
                            to: miles
                            rates:
                              - { version: r1, since: 2026-01-01T00:00:00Z, numerator: 1, denominator: 3 }
                        """);
        var points = file.currencies().getFirst();

        assertThat(points.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(points.expiry())
                .isEqualTo(
                        new ExpiryModel.Sliding(
                                Period.ofMonths(6),
                                Set.of(ExpiryModel.Activity.EARNING, ExpiryModel.Activity.SPENDING),
                                ExpiryModel.Round.MONTH));
        assertThat(points.deadLots()).isEqualTo(new DeadLots.Grace(Period.ofDays(14)));
        assertThat(points.caps())
                .isEqualTo(List.of(new Cap("daily", Cap.Per.DAY, 500, Cap.Action.CLIP)));
        assertThat(file.conversions().getFirst().rates().getFirst().since())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    title: {de: Punkte}                                 | title: English is missing
                    expiry: {model: rolling}                            | expiry.after: must be a period
                    expiry: {model: rolling, after: P-1M}               | expiry.after: must be a period
                    expiry: {model: rolling, after: P1M-1D}             | expiry.after: must be a period
                    expiry: {model: rolling, after: P100Y}              | expiry.after: must be a period
                    expiry: {model: rolling, after: P2147483647D}       | expiry.after: must be a period
                    expiry: {model: rolling, after: P1M, round: brumaire} | brumaire
                    expiry: {model: rolling, after: P1M, tiers: {gold: P-1D}} | expiry.tiers.gold: must be a period
                    expiry: {model: sliding, after: P1M, tiers: {gold: P2M}} | tiers
                    expiry: {model: sliding, after: P1M}                | expiry.on: name what counts
                    expiry: {model: sliding, after: P1M, on: [sleeping]} | sleeping
                    expiry: {model: calendar}                           | expiry.dates: must be there
                    expiry: {model: calendar, dates: [2026-02-01, 2026-01-01]} | rising
                    expiry: {model: calendar, dates: ['+10000-01-01']}  | between 1970-01-01 and 9999-12-31
                    otherLots: false                                    | choose clip or forbid
                    deadLots: {policy: grace}                           | deadLots.days: must be a period
                    deadLots: {policy: grace, days: P0D}                | deadLots.days: must not be zero
                    caps: [{id: a, per: day, points: 0, action: clip}]  | points: must be positive
                    caps: [{id: a, points: 5, action: clip}]            | per and action needed
                    caps: [{id: A b, per: day, points: 5, action: clip}] | id: must match
                    transfers: {allowed: true, least: 9, most: 3}       | not above most
                    holds: {lapseAfter: PT2H, longest: PT1H}            | not beyond longest
                    adjustments: {reasons: []}                          | adjustments.reasons: none
                    colour: red                                         | colour
                    expiry: {model: lunar}                              | lunar
                    zone: Moon/Tycho                                    | Moon/Tycho
                    zone: '+02:00'                                      | zone: must be a region
                    zone: UTC+2                                         | zone: must be a region
                    """)
    void whatIsWrongIsNamedWithItsPlace(String settings, String complaint) {
        assertThatThrownBy(() -> currency(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource({"P0D, DAY", "P0M, MONTH", "P0M, YEAR", "P0D, MARCH", "P99Y, DAY"})
    void pointsMayRunOutAtTheEndOfTheSamePeriod(Period after, Round round) {
        var read =
                currency("expiry: {model: rolling, after: %s, round: %s}".formatted(after, round));

        assertThat(read.expiry()).isEqualTo(new ExpiryModel.Rolling(after, round));
    }

    @Test
    void aTierHasItsOwnPeriod() {
        var points =
                currency(
                        "expiry: {model: rolling, after: P12M, round: month, tiers: {gold: P24M}}");

        assertThat(points.differsByTier()).isTrue();
        assertThat(((ExpiryModel.Rolling) points.forTier("gold").expiry()).after())
                .isEqualTo(Period.ofMonths(24));
        assertThat(points.forTier("silver")).isSameAs(points);
        assertThat(points.forTier(null)).isSameAs(points);
        assertThat(Currency.named("points").differsByTier()).isFalse();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(
                        () ->
                                read(
                                        """
                                        currencies:
                                          - { id: points }
                                          - { id: points }
                                          - { id: No }
                                        conversions:
                                          - { from: points, to: miles }
                                        """))
                .hasMessageContaining("currencies[points].id: is there twice")
                .hasMessageContaining("currencies[No].id: must match")
                .hasMessageContaining("conversions[points to miles].to: no such currency")
                .hasMessageContaining("conversions[points to miles].rates: none");
    }

    @Test
    void theProgrammesZoneIsARegionToo() {
        assertThatThrownBy(() -> new Currencies("currencies/cairn-demo.yaml", ZoneId.of("+02:00")))
                .hasMessageContaining("cairn.expiry.zone: must be a region");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> CurrenciesFile.read("currencies/none.yaml"))
                .hasMessageContaining("currencies/none.yaml");
    }
}
