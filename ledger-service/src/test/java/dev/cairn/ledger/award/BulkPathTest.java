package dev.cairn.ledger.award;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@LedgerTest
class BulkPathTest {
    private static final int BATCH = 500;

    private final String member = newMember();

    @Inject SetAwards setAwards;
    @Inject Database database;
    @Inject Awards awards;

    /** What a transaction cost. */
    private record Cost(int roundTrips, int statements) {}

    /** Settles in one transaction. */
    private Cost settle(int awardCount, IntFunction<AwardSet> made) {
        var deliveries =
                IntStream.range(0, awardCount)
                        .mapToObj(made)
                        .map(a -> new Delivery<>(a, a.awardId(), "/test", Cause.none()))
                        .toList();
        return database.inTransaction(
                tx -> {
                    setAwards.settle(tx, deliveries);
                    return new Cost(tx.roundTrips(), tx.statements());
                });
    }

    private static AwardSet toAnybody(int number) {
        return award(newMember(), "base:" + number, 1, 10);
    }

    @Test
    void fiveHundredAwardsTakeAsManyStatementsAsOne() {
        var one = settle(1, BulkPathTest::toAnybody);
        var many = settle(BATCH, BulkPathTest::toAnybody);
        var ofOneMember = settle(BATCH, n -> award(member, "base:" + n, 1, 10));
        var changed = settle(1, n -> award(member, "base:" + n, 2, 7));
        var manyChanged = settle(BATCH - 1, n -> award(member, "base:" + (n + 1), 2, 7));

        assertThat(one).isEqualTo(many).isEqualTo(ofOneMember);
        assertThat(one.roundTrips()).isLessThanOrEqualTo(4);
        assertThat(changed).isEqualTo(manyChanged);
        assertThat(changed.roundTrips()).isLessThanOrEqualTo(6);
        awards.awaitBalance(member, 7 * BATCH);
        Calls.theBooksHold();
    }

    @Test
    void whatThePollBringsIsCommittedTogether() {
        awards.publish(
                IntStream.range(0, BATCH)
                        .mapToObj(n -> award(member, "base:" + n, 1, 10))
                        .toArray(AwardSet[]::new));
        awards.awaitBalance(member, 10 * BATCH);

        assertThat(transactionsOf(member)).isLessThan(BATCH / 10);
    }

    @Test
    void spendsOverHttpAndBatchesOfTheSameMemberGetEachOthersResults() throws Exception {
        awards.grant(member, 1000);
        var batches =
                IntStream.range(0, 10)
                        .<Callable<Integer>>mapToObj(
                                batch ->
                                        () -> {
                                            settle(
                                                    50,
                                                    n ->
                                                            award(
                                                                    member,
                                                                    "base:" + batch + "-" + n,
                                                                    1,
                                                                    10));
                                            return 0;
                                        });
        var spends =
                IntStream.range(0, 60)
                        .<Callable<Integer>>mapToObj(
                                n ->
                                        () ->
                                                Calls.post(
                                                                TestTokens.member(member),
                                                                "/v1/me/redemptions",
                                                                Map.of("reward", "coffee"))
                                                        .statusCode());
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var done : threads.invokeAll(mixed(batches.toList(), spends.toList()))) {
                statuses.add(done.get());
            }
        }

        var bought = statuses.stream().filter(status -> status == 201).count();
        assertThat(statuses).containsOnly(0, 201, 422);
        assertThat(bought).isBetween(10L, 60L);
        awards.awaitBalance(member, 1000 + 10 * 50 * 10 - 100 * bought);
        Calls.theBooksHold();
    }

    private static List<Callable<Integer>> mixed(
            List<Callable<Integer>> batches, List<Callable<Integer>> spends) {
        var all = new ArrayList<Callable<Integer>>();
        for (var batch = 0; batch < batches.size(); batch++) {
            var each = spends.size() / batches.size();
            all.addAll(spends.subList(batch * each, (batch + 1) * each));
            all.add(batches.get(batch));
        }
        return all;
    }

    private long transactionsOf(String memberId) {
        return database.read(
                tx ->
                        tx.first(
                                        """
                                        SELECT count(DISTINCT xmin::text) AS n
                                        FROM posting
                                        WHERE member_id = ?
                                        """,
                                        row -> row.longValue("n"),
                                        memberId)
                                .orElseThrow());
    }
}
