package dev.cairn.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweeps;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.measure.Measures;
import dev.cairn.kit.testing.MetricsPage;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What operators see of segments, by the names that dashboards and alerts use. */
@SegmentTest
class MetricsTest {
    private static final String MOVES = "cairn_segment_moves_total";
    private static final String EVALUATIONS = "cairn_segment_evaluations_total";
    private static final String MEMBERS = "cairn_segment_members";
    private static final String OVERDUE = "cairn_segment_refresh_overdue_seconds";
    private static final Duration DAY = Duration.ofDays(1);

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Shop shop;
    @Inject CairnClock clock;
    @Inject Sweeps sweeps;
    @Inject Measures measures;
    @Inject Database database;

    private final String member = Shop.newMember();

    @Test
    void everySeriesIsThereFromTheStart() {
        var page = measured();

        for (var cause : List.of("activity", "points", "message", "member", "time", "definition")) {
            assertThat(page.has(EVALUATIONS, "cause", cause)).as(cause).isTrue();
            for (var direction : List.of("entered", "exited")) {
                assertThat(page.has(MOVES, "direction", direction, "cause", cause)).isTrue();
            }
        }
        for (var segment : List.of("new", "active", "at-risk", "lapsed", "champion")) {
            assertThat(page.has(MEMBERS, "segment", segment)).as(segment).isTrue();
        }
        assertThat(page.has(OVERDUE)).isTrue();
    }

    @Test
    void aPurchaseIsCountedByItsCauseAndChangesTheSize() {
        var before = measured();
        shop.enrol(member, clock.instant().minus(DAY));
        shop.publish(Shop.purchase(member, member + "-1", clock.instant(), 500));
        shop.moves(member, 2);

        var after = awaitMore(before, page -> moves(page, "entered", "activity"), 1);
        assertThat(moves(after, "entered", "member") - moves(before, "entered", "member"))
                .isEqualTo(1);
        assertThat(evaluations(after, "activity") - evaluations(before, "activity")).isEqualTo(1);
        assertThat(size(after, "active") - size(before, "active")).isEqualTo(1);
    }

    @Test
    void timeThatPassesIsOverdueUntilTheSweepMovedWhoIsDue() {
        shop.enrol(member, clock.instant().minus(DAY));
        var before = measured();
        assertThat(before.value(OVERDUE)).isZero();

        clock.set(clock.instant().plus(DAY.multipliedBy(30)));
        var late = measured();
        sweeps.runDue();
        var after = measured();

        assertThat(late.value(OVERDUE)).isGreaterThanOrEqualTo(DAY.toSeconds());
        assertThat(after.value(OVERDUE)).isZero();
        assertThat(moves(after, "exited", "time")).isGreaterThan(moves(before, "exited", "time"));
        assertThat(size(after, "new")).isZero();
    }

    @Test
    void membersOfOlderDefinitionsAreOverdueSinceTheNewOnesCameIntoForce() {
        shop.enrol(member, clock.instant().minus(DAY));
        database.transact(tx -> tx.update("UPDATE member SET epoch = 0 WHERE id = ?", member));
        clock.set(clock.instant().plus(DAY));

        assertThat(measured().value(OVERDUE)).isGreaterThanOrEqualTo(DAY.toSeconds());

        sweeps.runDue();
        assertThat(measured().value(OVERDUE)).isZero();
    }

    private MetricsPage measured() {
        measures.take();
        return MetricsPage.read(management);
    }

    private MetricsPage awaitMore(
            MetricsPage before, ToDoubleFunction<MetricsPage> figure, double more) {
        return await().until(
                        this::measured,
                        page -> figure.applyAsDouble(page) == figure.applyAsDouble(before) + more);
    }

    private static double moves(MetricsPage page, String direction, String cause) {
        return page.value(MOVES, "direction", direction, "cause", cause);
    }

    private static double evaluations(MetricsPage page, String cause) {
        return page.value(EVALUATIONS, "cause", cause);
    }

    private static double size(MetricsPage page, String segment) {
        return page.value(MEMBERS, "segment", segment);
    }
}
