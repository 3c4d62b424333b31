package dev.cairn.devstack.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.chaos.Client.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A till where members pay with points. What comes before the hold changes no points, so that
 * nobody has to know what became of it when there was no answer.
 */
final class Partner {

    /** Codes are good once and for minutes; another till may have asked for the next one. */
    private static final Set<String> HARMLESS = Set.of("member-code-invalid");

    private final Desks desks;
    private final History history;
    private final Complaints complaints;

    Partner(Desks desks, History history, Complaints complaints) {
        this.desks = desks;
        this.history = history;
        this.complaints = complaints;
    }

    /** The id of a quote over so many points; empty when anything was in the way. */
    Optional<String> quote(String member, long points) {
        return got(desks.drawCode(member), answer -> answer.path("code").asText())
                .flatMap(code -> quoteFor(code, points));
    }

    private Optional<String> quoteFor(String code, long points) {
        Outcome outcome = desks.quote(code, points, "chaos-quote-" + history.next());
        complainAbout(outcome, points);
        return got(outcome, answer -> answer.path("id").asText());
    }

    private void complainAbout(Outcome outcome, long points) {
        if (outcome instanceof Outcome.Answered answered) {
            boolean right =
                    answered.answer().isSuccess()
                            ? answered.answer().json().path("points").asLong() == points
                            : HARMLESS.contains(answered.answer().problem());
            complaints.check(right, "no quote for %d points: %s".formatted(points, answered));
        }
    }

    private static Optional<String> got(Outcome outcome, Function<JsonNode, String> field) {
        return outcome instanceof Outcome.Answered answered && answered.answer().isSuccess()
                ? Optional.of(field.apply(answered.answer().json()))
                : Optional.empty();
    }
}
