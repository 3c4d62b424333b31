package dev.cairn.ledger.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.Reply;
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

@Path("/v1/me/transfers")
@Tag(name = "Transfers")
@RunOnVirtualThread
public class TransferResource {
    private final TransferDesk desk;
    private final Caller caller;

    public TransferResource(TransferDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "Gives points to another member, once for each Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Given; 200 when this is the answer to an earlier, equal request",
            content = @Content(schema = @Schema(implementation = TransferReceipt.class)))
    public RestResponse<JsonNode> give(
            @RestHeader(IdempotencyKey.HEADER) String key, @NotNull @Valid TransferRequest wish) {
        return Reply.of(desk.give(caller.id(), caller.memberId(), IdempotencyKey.of(key), wish));
    }
}
