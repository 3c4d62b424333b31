package dev.cairn.rules.activity;

import static dev.cairn.rules.Till.back;
import static dev.cairn.rules.Till.purchase;
import static dev.cairn.rules.Till.report;
import static dev.cairn.rules.Till.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.rules.RulesTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What comes back is checked against what was bought. */
@RulesTest
class ReportReturnsTest {
    private static final String TIME = "2026-02-10T10:00:00Z";

    private final String id = "o-" + UUID.randomUUID();
    private final String member = "m-" + UUID.randomUUID();

    private String receipt() {
        return purchase(id, member, TIME, 1299);
    }

    @Test
    void moreThanWasBoughtCannotComeBack() {
        report(receipt()).statusCode(202);
        report(back(id + "-r", member, id, TIME, 3))
                .statusCode(422)
                .body("type", endsWith("/return-exceeds-purchase"))
                .body("left.1", equalTo(2));
        report(back(id + "-r1", member, id, TIME, 1)).statusCode(202);
        report(back(id + "-r2", member, id, TIME, 2)).statusCode(422).body("left.1", equalTo(1));
        report(back(id + "-r3", member, id, TIME, 1)).statusCode(202);
        report(back(id + "-r4", member, id, TIME, 1)).statusCode(422).body("left.1", equalTo(0));
    }

    @Test
    void aVoidedReturnLeavesThePiecesToReturn() {
        report(receipt()).statusCode(202);
        report(back(id + "-r1", member, id, TIME, 2)).statusCode(202);
        report(voided(id + "-v", member, id + "-r1", TIME)).statusCode(202);
        report(back(id + "-r2", member, id, TIME, 2)).statusCode(202);
        report(voided(id + "-w", member, id + "-v", TIME))
                .statusCode(400)
                .body("field", equalTo("of"));
    }

    @Test
    void aReturnMayArriveBeforeItsPurchase() {
        report(back(id + "-r", member, id, TIME, 9)).statusCode(202);
    }

    @Test
    void nobodyReturnsAForeignPurchase() {
        report(receipt()).statusCode(202);
        report(back(id + "-r", "m-other", id, TIME, 1))
                .statusCode(422)
                .body("type", endsWith("/return-of-foreign-purchase"));
    }

    @Test
    void returnsAtTheSameMomentDoNotTakeMoreThanThereIs() throws Exception {
        report(receipt()).statusCode(202);
        var statuses = Collections.synchronizedList(new ArrayList<Integer>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 12; i++) {
                var back = back(id + "-r" + i, member, id, TIME, 1);
                threads.submit(() -> statuses.add(report(back).extract().statusCode()));
            }
        }
        assertThat(statuses).filteredOn(status -> status == 202).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(10);
    }
}
