package dev.cairn.rules.award;

import static dev.cairn.rules.Till.awards;
import static dev.cairn.rules.Till.back;
import static dev.cairn.rules.Till.purchase;
import static dev.cairn.rules.Till.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.kit.db.Database;
import dev.cairn.rules.RulesTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RulesTest
class BudgetTest {
    private static final String SATURDAY = "2026-02-07T10:00:00Z";
    private static final String SUNDAY = "2026-02-08T10:00:00Z";
    private static final String AWARD = "weekend-treat:2026-02-07";

    @Inject Database database;

    private final String prefix = "m-" + UUID.randomUUID() + "-";
    private long total;

    @BeforeEach
    void rememberTheBudget() {
        total = budget("total");
    }

    @AfterEach
    void restoreTheBudget() {
        setTotal(total);
    }

    private long budget(String column) {
        return database.read(
                tx ->
                        tx.first("SELECT total, spent FROM budget", row -> row.longValue(column))
                                .orElseThrow());
    }

    private void setTotal(long points) {
        database.transact(tx -> tx.update("UPDATE budget SET total = ?", points));
    }

    private List<Integer> weekendPoints(String member) {
        return awards(member)
                .extract()
                .path("items.findAll { it.awardId == '%s' }.points".formatted(AWARD));
    }

    private void awaitAwards(String member, int n) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(awards(member).extract().<List<?>>path("items"))
                                        .hasSize(n));
    }

    @Test
    void theBudgetIsNeverOverspentAndTheLastOneGetsWhatIsLeft() {
        var spent = budget("spent");
        setTotal(spent + 50);
        var purchases = new ArrayList<String>();
        for (var i = 0; i < 10; i++) {
            purchases.add(purchase(prefix + "o" + i, prefix + i, SATURDAY, 500));
        }
        report(purchases).statusCode(202);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(budget("spent")).isEqualTo(spent + 50));
        var paid = new ArrayList<Integer>();
        for (var i = 0; i < 10; i++) {
            var member = prefix + i;
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThat(awards(member).extract().<List<?>>path("items"))
                                            .isNotEmpty());
            paid.addAll(weekendPoints(member));
        }
        assertThat(paid).containsExactlyInAnyOrder(20, 20, 10);
    }

    @Test
    void whatIsTakenBackReturnsToTheBudgetUnlessAnotherPurchaseCarriesIt() {
        var spent = budget("spent");
        var member = prefix + "r";
        report(
                        List.of(
                                purchase(prefix + "1", member, SATURDAY, 500),
                                purchase(prefix + "2", member, SUNDAY, 500)))
                .statusCode(202);
        awaitAwards(member, 4);
        assertThat(budget("spent")).isEqualTo(spent + 20);

        report(back(prefix + "r1", member, prefix + "1", SUNDAY, 2)).statusCode(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(firstRepeat(member)).containsExactly(0));
        assertThat(weekendPoints(member)).containsExactly(20);
        assertThat(budget("spent")).isEqualTo(spent + 20);

        report(back(prefix + "r2", member, prefix + "2", SUNDAY, 2)).statusCode(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(weekendPoints(member)).containsExactly(0));
        assertThat(budget("spent")).isEqualTo(spent);
    }

    private List<Integer> firstRepeat(String member) {
        return awards(member)
                .extract()
                .path("items.findAll { it.awardId == 'first-repeat:2' }.points");
    }
}
