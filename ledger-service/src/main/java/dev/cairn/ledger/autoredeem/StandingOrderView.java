package dev.cairn.ledger.autoredeem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.catalogue.AutoRedeem;
import java.time.Instant;

/**
 * A member's standing order as the member and staff see it; all but the status is null when there
 * is none.
 *
 * @param terms the programme's
 * @param blocked the problem that stands in the way
 * @param againAt when a blocked one is tried again, if the account does not change before
 */
public record StandingOrderView(
        Status status,
        String reward,
        String currency,
        Long reserve,
        AutoRedeem terms,
        Instant since,
        JsonNode blocked,
        Instant againAt) {

    /** No order. */
    static final StandingOrderView OFF =
            new StandingOrderView(Status.OFF, null, null, null, null, null, null, null);

    /** How it stands. */
    public enum Status {
        @JsonProperty("off")
        OFF,
        @JsonProperty("on")
        ON,
        @JsonProperty("blocked")
        BLOCKED,
        /**
         * Something that it redeemed came back; the member has to say again that it shall go on.
         */
        @JsonProperty("paused")
        PAUSED
    }

    static StandingOrderView of(StandingOrder order, Standing standing, long undone) {
        if (order.pausedBy(undone)) {
            return view(order, Status.PAUSED, null, null);
        }
        if (order.terms() == null) {
            return view(order, Status.BLOCKED, body(StandingOrderAlgebra.notOffered()), null);
        }
        if (standing.frozen()) {
            return view(order, Status.BLOCKED, body(frozen()), null);
        }
        return order.blocked() == null
                ? view(order, Status.ON, null, null)
                : view(order, Status.BLOCKED, order.blocked(), order.againAt());
    }

    private static StandingOrderView view(
            StandingOrder order, Status status, JsonNode blocked, Instant againAt) {
        return new StandingOrderView(
                status,
                order.reward(),
                order.account().currency(),
                order.reserve(),
                order.terms(),
                order.since(),
                blocked,
                againAt);
    }

    private static Problem frozen() {
        return Problem.of(LedgerProblem.ACCOUNT_FROZEN, "Points come in, but none go out.");
    }

    private static JsonNode body(Problem problem) {
        return EventCodec.json().valueToTree(problem.asBody());
    }
}
