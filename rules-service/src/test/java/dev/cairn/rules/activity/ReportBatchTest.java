package dev.cairn.rules.activity;

import static dev.cairn.rules.Till.back;
import static dev.cairn.rules.Till.purchase;
import static dev.cairn.rules.Till.report;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.cairn.rules.RulesTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many activities in one report: each has its own answer. */
@RulesTest
class ReportBatchTest {
    private static final String TIME = "2026-02-10T10:00:00Z";

    private final String id = "o-" + UUID.randomUUID();
    private final String member = "m-" + UUID.randomUUID();

    private String receipt() {
        return purchase(id, member, TIME, 1299);
    }

    @Test
    void theGoodItemsOfABatchAreAcceptedAndTheBadOneIsNamed() {
        report(receipt()).statusCode(202);
        report(
                        List.of(
                                receipt(),
                                purchase(id + "-b", member, TIME, 700),
                                purchase(id + "-c", member, TIME, -700),
                                "{\"id\":\"" + id + "-d\",\"oops\":1}",
                                "42"))
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1))
                .body("rejected", equalTo(3))
                .body("items", hasSize(3))
                .body("items[0].index", equalTo(2))
                .body("items[0].id", equalTo(id + "-c"))
                .body("items[0].problem.type", endsWith("/invalid-request"))
                .body("items[0].problem.field", equalTo("lines[0].unitPrice"))
                .body("items[1].problem.type", endsWith("/unknown-field"))
                .body("items[2].index", equalTo(4));
    }

    @Test
    void aBatchOfBadItemsOnlyIsRefused() {
        report(List.of(purchase(id, member, TIME, -1)))
                .statusCode(422)
                .body("rejected", equalTo(1))
                .body("accepted", equalTo(0));
    }

    @Test
    void theSameIdTwiceInABatchIsADuplicateOrAContradiction() {
        report(List.of(receipt(), receipt(), purchase(id, member, TIME, 1)))
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1))
                .body("items[0].index", equalTo(2))
                .body("items[0].problem.type", endsWith("/activity-id-reused"));
    }

    @Test
    void aBatchHoldsOneToAThousandItems() {
        var items =
                IntStream.range(0, 1000)
                        .mapToObj(i -> purchase(id + i, member, TIME, 100))
                        .toList();
        report(items).statusCode(202).body("accepted", equalTo(1000));
        var tooMany = new ArrayList<>(items);
        tooMany.add(receipt());
        report(tooMany).statusCode(413).body("most", equalTo(1000));
        report("[]").statusCode(400);
    }

    @Test
    void aReturnInTheSameBatchIsCheckedAgainstItsPurchase() {
        report(
                        List.of(
                                receipt(),
                                back(id + "-r1", member, id, TIME, 2),
                                back(id + "-r2", member, id, TIME, 1)))
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("items[0].index", equalTo(2));
    }
}
