package dev.cairn.ledger.once;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweeps;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever comes again, in whatever order, leaves the books and the answers as they were. */
@LedgerTest
class DayReplayTest {
    private static final int REPLAYS = 10;

    @Inject Awards awards;
    @Inject Database database;
    @Inject CairnClock clock;
    @Inject Sweeps sweeps;
    @Inject MeterRegistry registry;

    private final String old = newMember();
    private final String kept = newMember();

    @Test
    void aWholeDayTenTimesAgainChangesNotALetter() {
        var before = handled();
        var diary = new Diary(awards);
        for (var command : new Writes(clock).byOperation().values()) {
            diary.send(command.apply(new Scene(diary)));
        }
        returnsAndAMerge(diary);
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        sweeps.runDue();
        awaitAll(before + diary.published());
        var books = books();
        var order = new Random(7);

        for (var replay = 0; replay < REPLAYS; replay++) {
            diary.publishAgain();
            awaitAll(before + diary.published());
            var said = new ArrayList<>(diary.said());
            Collections.shuffle(said, order);
            said.forEach(Diary.Said::again);
            assertThat(books()).isEqualTo(books);
        }

        assertThat(diary.said()).hasSizeGreaterThan(40);
        Calls.theBooksHold();
    }

    /** Revisions out of order, points that wait, a claw-back after spending, and a merge. */
    private void returnsAndAMerge(Diary diary) {
        diary.publish(
                award(old, "base:1", 3, 60),
                award(old, "base:1", 1, 100),
                award(old, "base:1", 2, 80),
                award(old, "base:2", 1, 50, clock.instant().plus(Duration.ofHours(3)), null));
        diary.awaitBalance(old, 60);
        var gift = Map.of("to", kept, "points", 30);
        var token = TestTokens.member(old);
        diary.send(Command.post(token, "/v1/me/transfers", gift)).then().statusCode(201);
        diary.publish(award(old, "base:1", 4, 0));
        diary.awaitBalance(old, -30);
        diary.publish(List.of(Diary.record(new MemberMerged(old, kept, clock.instant()))));
        diary.awaitBalance(kept, 0);
    }

    private void awaitAll(long records) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> handled() >= records);
    }

    private long handled() {
        return registry.find("cairn_intake_records").tag("outcome", "handled").counters().stream()
                .mapToLong(counter -> (long) counter.count())
                .sum();
    }

    /** All tables but those that say how news came and went, each as a sum of its rows. */
    private Map<String, String> books() {
        return database.read(
                tx -> {
                    var sums = new TreeMap<String, String>();
                    for (var table : tables(tx)) {
                        sums.put(table, sum(tx, table));
                    }
                    return sums;
                });
    }

    private static List<String> tables(Tx tx) {
        return tx.query(
                """
                SELECT tablename
                FROM pg_tables
                WHERE schemaname = current_schema() AND tablename <> ALL (
                    ARRAY['inbox', 'outbox', 'proof_run', 'test_clock', 'flyway_schema_history'])
                """,
                row -> row.text("tablename"));
    }

    private static String sum(Tx tx, String table) {
        return tx.first(
                        """
                        SELECT count(*) || ' ' || md5(coalesce(
                                   string_agg(t::text, chr(10) ORDER BY t::text), '')) AS sum
                        FROM %s AS t
                        """
                                .formatted(table),
                        row -> row.text("sum"))
                .orElseThrow();
    }
}
