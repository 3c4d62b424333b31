package dev.cairn.ledger.expiry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.Answer;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1")
@Tag(name = "Points")
@RunOnVirtualThread
public class ReinstatementResource {
    private final ReinstatementDesk desk;
    private final Caller caller;

    public ReinstatementResource(ReinstatementDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Path("/members/{id}/points/reinstatements")
    @RolesAllowed(Roles.SUPPORT)
    @Operation(summary = "Gives expired points back, once for each Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Given back; 200 when this is the answer to an earlier, equal request",
            content = @Content(schema = @Schema(implementation = Reinstatement.class)))
    public RestResponse<JsonNode> reinstate(
            @RestPath String id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @NotNull @Valid ReinstatementRequest wish) {
        return response(
                desk.answer(caller.id(), MemberId.fromPath(id), IdempotencyKey.of(key), wish));
    }

    private static RestResponse<JsonNode> response(Answer answer) {
        var status = answer.replayed() && answer.status() == 201 ? 200 : answer.status();
        var type = status < 300 ? "application/json" : "application/problem+json";
        return RestResponse.ResponseBuilder.<JsonNode>create(status)
                .entity(answer.body())
                .type(type)
                .build();
    }
}
