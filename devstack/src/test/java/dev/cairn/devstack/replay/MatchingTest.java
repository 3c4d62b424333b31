package dev.cairn.devstack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private final Tally tally = new Tally();
    private final Matching matching = new Matching("GBP", tally);

    @Test
    void linesOfAnInvoiceAreOnePurchase() {
        bought("1", "A", 2);
        bought("1", "B", 1);

        List<Activity> activities = matching.close();

        assertThat(activities).hasSize(1);
        assertThat(activities.getFirst().asJson())
                .containsEntry("id", "1")
                .containsEntry("member", "17850")
                .containsEntry("kind", "purchase")
                .containsEntry("currency", "GBP")
                .containsEntry("time", "2010-12-01T08:26:00Z");
        assertThat((List<?>) activities.getFirst().asJson().get("lines")).hasSize(2);
    }

    @Test
    void aReturnTakesFromTheNewestLinesFirstAndSplits() {
        bought("1", "A", 5);
        bought("2", "A", 2);
        bought("2", "A", 1);

        returned("C3", "A", 4);

        assertThat(matching.close().stream().skip(2).map(Activity::asJson).toList())
                .extracting(
                        json -> json.get("id"), json -> json.get("of"), json -> json.get("lines"))
                .containsExactly(
                        tuple("C3:2", "2", List.of(line("2", 1), line("1", 2))),
                        tuple("C3:1", "1", List.of(line("1", 1))));
    }

    @Test
    void whatFindsNoLineIsCountedAndIgnored() {
        bought("1", "A", 2);
        returned("C2", "A", 5);
        returned("C3", "A", 1);
        returned("C4", "B", 1);

        assertThat(matching.close()).hasSize(2);
        assertThat(tally.asMap())
                .containsEntry("returnedPiecesMatched", 2L)
                .containsEntry("returnedPiecesUnmatched", 5L)
                .containsEntry("returnRowsWithoutAnyMatch", 2L);
    }

    @Test
    void nobodyGivesBackWhatAnotherBought() {
        bought("1", "A", 2);
        matching.add(new SourceRow("C2", "A", -1, noon(), 100, "99999", ""));

        assertThat(matching.close()).hasSize(1);
    }

    @Test
    void refusedLinesAreCountedByReason() {
        matching.add(new SourceRow("1", "A", 1, noon(), 100, "", ""));
        matching.add(new SourceRow("1", "A", 1, noon(), 0, "17850", ""));
        matching.add(new SourceRow("1", "A", -1, noon(), 100, "17850", ""));
        matching.add(new SourceRow("C1", "A", 1, noon(), 100, "17850", ""));

        assertThat(matching.close()).isEmpty();
        assertThat(tally.asMap().get("rowsNotPlayed"))
                .isEqualTo(
                        Map.of(
                                "no-customer", 1L,
                                "price-not-positive", 1L,
                                "purchase-with-negative-quantity", 1L,
                                "return-with-positive-quantity", 1L));
    }

    @Test
    void londonSummerTimeIsOneHourAhead() {
        matching.add(
                new SourceRow(
                        "1", "A", 1, LocalDateTime.parse("2011-07-01T08:26:00"), 255, "17850", ""));

        assertThat(matching.close().getFirst().time()).hasToString("2011-07-01T07:26:00Z");
    }

    private void bought(String invoice, String sku, long quantity) {
        matching.add(new SourceRow(invoice, sku, quantity, noon(), 255, "17850", ""));
    }

    private void returned(String invoice, String sku, long quantity) {
        matching.add(new SourceRow(invoice, sku, -quantity, noon(), 255, "17850", ""));
    }

    private static LocalDateTime noon() {
        return LocalDateTime.parse("2010-12-01T08:26:00");
    }

    private static Map<String, Object> line(String line, long quantity) {
        return Map.of("line", line, "quantity", quantity);
    }
}
