package dev.cairn.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** What a command was answered, on its way to the caller. */
public final class Reply {
    private Reply() {}

    /** A refusal, which stays under its key. */
    public static Answer refused(Problem problem) {
        return Answer.of(problem.type().status(), problem.asBody());
    }

    /** The response; what was created before is there, not created again. */
    public static RestResponse<JsonNode> of(Answer answer) {
        var status = answer.replayed() && answer.status() == 201 ? 200 : answer.status();
        var type = status < 300 ? "application/json" : "application/problem+json";
        return RestResponse.ResponseBuilder.<JsonNode>create(status)
                .entity(answer.body())
                .type(type)
                .build();
    }
}
