package dev.cairn.devstack.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.chaos.oracle.Wish;
import dev.cairn.devstack.chaos.oracle.Wish.What;
import dev.cairn.devstack.client.Answer;
import java.time.Instant;
import java.util.Optional;

/** Understands the ledger's answers. */
final class Meaning {

    private Meaning() {}

    /** Empty when neither points, nor time, nor the command's success decided. */
    static Optional<Wish> of(Command command, Answer answer) {
        return what(command, answer).map(what -> wish(command, answer, what));
    }

    private static Optional<What> what(Command command, Answer answer) {
        if (answer.isSuccess()) {
            return Optional.of(
                    command.what() == What.ASKED ? asked(command, answer) : command.what());
        }
        return switch (answer.problem()) {
            case "insufficient-points" -> Optional.of(What.INSUFFICIENT);
            case "hold-lapsed" -> Optional.of(What.TOO_LATE);
            case "hold-too-long" -> Optional.of(What.TOO_LONG);
            default -> Optional.empty();
        };
    }

    /** What one person may do alone is done at once. */
    private static What asked(Command command, Answer answer) {
        if (answer.json().path("status").asText().equals("waiting")) {
            return What.ASKED;
        }
        return command.points() > 0 ? What.GIVEN : What.TAKEN;
    }

    private static Wish wish(Command command, Answer answer, What what) {
        return new Wish(
                command.account(),
                command.other(),
                what,
                answer.isSuccess() ? Errands.essence(answer) : command.about(),
                price(command, answer.json(), what),
                what == What.INSUFFICIENT ? answer.json().path("available").asLong() : 0,
                command.lasting(),
                until(answer.json(), what),
                command.invokedAt(),
                System.nanoTime());
    }

    private static long price(Command command, JsonNode answer, What what) {
        return switch (what) {
            // of points to convert only those are needed that become whole ones
            case INSUFFICIENT -> Math.min(Math.abs(command.points()), required(answer));
            case GIVEN, TAKEN -> Math.abs(command.points());
            case REDEEMED,
                    CANCELLED,
                    HELD,
                    EXTENDED,
                    CAPTURED,
                    VOIDED,
                    REFUNDED,
                    TRANSFERRED,
                    CONVERTED,
                    ASKED,
                    REJECTED,
                    TOO_LATE,
                    TOO_LONG ->
                    command.points();
        };
    }

    private static long required(JsonNode answer) {
        return answer.path("required").asLong(Long.MAX_VALUE);
    }

    private static Instant until(JsonNode answer, What what) {
        return switch (what) {
            case EXTENDED -> Instant.parse(answer.path("lapsesAt").asText());
            case TOO_LONG -> Instant.parse(answer.path("until").asText());
            case REDEEMED,
                    CANCELLED,
                    HELD,
                    CAPTURED,
                    VOIDED,
                    REFUNDED,
                    TRANSFERRED,
                    CONVERTED,
                    ASKED,
                    GIVEN,
                    TAKEN,
                    REJECTED,
                    INSUFFICIENT,
                    TOO_LATE ->
                    null;
        };
    }
}
