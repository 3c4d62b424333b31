package dev.cairn.ledger.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.approval.Asked;
import dev.cairn.ledger.approval.ShowAsked;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/transfers")
@Tag(name = "Transfers")
@RunOnVirtualThread
public class SupportTransferResource {
    private final TransferDesk desk;
    private final DecideTransfer decide;
    private final ShowAsked showAsked;
    private final SupportTransferStore transfers;
    private final Caller caller;

    public SupportTransferResource(
            TransferDesk desk,
            DecideTransfer decide,
            ShowAsked showAsked,
            SupportTransferStore transfers,
            Caller caller) {
        this.desk = desk;
        this.decide = decide;
        this.showAsked = showAsked;
        this.transfers = transfers;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.SUPPORT)
    @Operation(summary = "Moves points between members, whatever they may do themselves")
    @APIResponse(
            responseCode = "201",
            description = "Moved; 200 when this is the answer to an earlier, equal request",
            content = @Content(schema = @Schema(implementation = TransferReceipt.class)))
    @APIResponse(
            responseCode = "202",
            description = "Waits for a second person",
            content = @Content(schema = @Schema(implementation = SupportTransfer.class)))
    public RestResponse<JsonNode> move(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @NotNull @Valid SupportTransferRequest wish) {
        return Reply.of(desk.move(caller.id(), IdempotencyKey.of(key), wish));
    }

    @GET
    @RolesAllowed({Roles.SUPPORT, Roles.MANAGER, Roles.AUDITOR})
    @Operation(
            summary =
                    "Transfers that need a second person, newest first; status is waiting, done or"
                            + " rejected")
    public Page<SupportTransfer> list(
            @RestQuery String status, @RestQuery String cursor, @RestQuery Integer limit) {
        return showAsked.page(transfers::list, status, cursor, Limit.of(limit));
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({Roles.SUPPORT, Roles.MANAGER})
    @Operation(summary = "A second person agrees; repeating it changes nothing")
    public SupportTransfer approve(@RestPath String id) {
        return Asked.idFromPath(id)
                .flatMap(known -> decide.approve(known, caller.id()))
                .orElseThrow(SupportTransferResource::notFound);
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({Roles.SUPPORT, Roles.MANAGER})
    @Operation(summary = "A second person refuses; repeating it changes nothing")
    public SupportTransfer reject(@RestPath String id) {
        return Asked.idFromPath(id)
                .flatMap(known -> decide.reject(known, caller.id()))
                .orElseThrow(SupportTransferResource::notFound);
    }

    private static Problem notFound() {
        return Problem.of(KitProblem.NOT_FOUND, "There is no such transfer that needs approval.");
    }
}
