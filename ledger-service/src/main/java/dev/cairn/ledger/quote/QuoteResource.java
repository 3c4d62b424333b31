package dev.cairn.ledger.quote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.IdempotencyKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/me/quotes")
@Tag(name = "Quotes")
@RunOnVirtualThread
public class QuoteResource {
    private final QuoteDesk desk;
    private final Caller caller;

    public QuoteResource(QuoteDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            summary =
                    "Promises me a price for a while, or how much of a bill my points pay; reserves"
                            + " nothing")
    @APIResponse(
            responseCode = "201",
            description = "Promised; 200 when this is the answer to an earlier, equal request",
            content = @Content(schema = @Schema(implementation = Quote.class)))
    public RestResponse<JsonNode> quote(
            @RestHeader(IdempotencyKey.HEADER) String key, @NotNull @Valid QuoteRequest request) {
        var answer = desk.answer(caller.id(), caller.memberId(), IdempotencyKey.of(key), request);
        var status = answer.replayed() && answer.status() == 201 ? 200 : answer.status();
        var type = status < 300 ? "application/json" : "application/problem+json";
        return RestResponse.ResponseBuilder.<JsonNode>create(status)
                .entity(answer.body())
                .type(type)
                .build();
    }
}
