package dev.cairn.ledger.redemption;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.ledger.redemption.HistoryStore.Step;
import dev.cairn.ledger.redemption.Redemption.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A redemption as it is shown.
 *
 * @param steps how far it got and when, oldest first
 * @param code for the eyes of its member; absent for others, when there is none, and when it is
 *     void
 */
public record RedemptionView(
        @JsonUnwrapped Redemption redemption,
        List<Reached> steps,
        @JsonInclude(JsonInclude.Include.NON_NULL) String code) {

    /** How far it got, and since when. */
    public record Reached(String status, Instant at) {}

    static RedemptionView of(Redemption redemption, List<Step> steps, String code) {
        var all = steps.stream().map(step -> new Reached(step.status().label(), step.at()));
        var known = Stream.concat(atOnce(redemption, steps), all);
        return new RedemptionView(
                redemption, Stream.concat(known, unnoted(redemption, steps)).toList(), code);
    }

    /** What is had at once has no first step in the history. */
    private static Stream<Reached> atOnce(Redemption redemption, List<Step> steps) {
        return has(steps, Status.ORDERED) || has(steps, Status.RESERVED)
                ? Stream.of()
                : Stream.of(new Reached(Status.FULFILLED.label(), redemption.redeemedAt()));
    }

    /** What has lapsed before anybody has noted it has no last step there. */
    private static Stream<Reached> unnoted(Redemption redemption, List<Step> steps) {
        return redemption.state() != Status.CANCELLED || has(steps, Status.CANCELLED)
                ? Stream.of()
                : Stream.of(new Reached(redemption.status(), redemption.cancelledAt()));
    }

    private static boolean has(List<Step> steps, Status status) {
        return steps.stream().anyMatch(step -> step.status() == status);
    }
}
