package dev.cairn.ledger.autoredeem;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Calls.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.ledger.Awards;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;

/** A member who earns, and the sweep that follows everybody's standing orders. */
@Dependent
class StandingOrderScene {
    static final String TERMS = ",'autoRedeem':{'threshold':200,'mostPerDay':25}";
    static final String PROBLEMS = "https://cairn.dev/problems/";

    final String member = Awards.newMember();

    private final Awards awards;
    private final CairnClock clock;
    private final AutoRedeemSweep sweep;

    StandingOrderScene(Awards awards, CairnClock clock, AutoRedeemSweep sweep) {
        this.awards = awards;
        this.clock = clock;
        this.sweep = sweep;
    }

    void sweep() {
        sweep.run(clock.instant());
    }

    void sweepAt(Instant instant) {
        clock.set(instant);
        sweep();
    }

    /** The first points of the member. */
    void earn(long points) {
        awards.grant(member, points);
    }

    /** More points, until the member has so many. */
    void earn(String award, long points, long balance) {
        awards.publish(award(member, award, 1, points));
        awards.awaitBalance(member, balance);
    }

    /** What the member has left, and how often something was redeemed. */
    void expect(long active, int redemptions) {
        points(member).body("active", equalTo((int) active));
        assertThat(Orders.taken(member)).hasSize(redemptions);
    }
}
