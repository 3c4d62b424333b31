package dev.cairn.ledger.adjustment;

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

@Path("/v1/adjustments")
@Tag(name = "Adjustments")
@RunOnVirtualThread
public class AdjustmentResource {
    private final AdjustmentDesk desk;
    private final DecideAdjustment decide;
    private final ShowAsked showAsked;
    private final AdjustmentStore adjustments;
    private final Caller caller;

    public AdjustmentResource(
            AdjustmentDesk desk,
            DecideAdjustment decide,
            ShowAsked showAsked,
            AdjustmentStore adjustments,
            Caller caller) {
        this.desk = desk;
        this.decide = decide;
        this.showAsked = showAsked;
        this.adjustments = adjustments;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.SUPPORT)
    @Operation(summary = "Gives or takes points by hand, once for each Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Done; 200 when this is the answer to an earlier, equal request",
            content = @Content(schema = @Schema(implementation = Adjustment.class)))
    @APIResponse(
            responseCode = "202",
            description = "Waits for a second person",
            content = @Content(schema = @Schema(implementation = Adjustment.class)))
    public RestResponse<JsonNode> ask(
            @RestHeader(IdempotencyKey.HEADER) String key, @NotNull @Valid AdjustmentRequest wish) {
        return Reply.of(desk.answer(caller.id(), IdempotencyKey.of(key), wish));
    }

    @GET
    @RolesAllowed({Roles.SUPPORT, Roles.MANAGER, Roles.AUDITOR})
    @Operation(summary = "Adjustments, newest first; status is waiting, done or rejected")
    public Page<Adjustment> list(
            @RestQuery String status, @RestQuery String cursor, @RestQuery Integer limit) {
        return showAsked.page(adjustments::list, status, cursor, Limit.of(limit));
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({Roles.SUPPORT, Roles.MANAGER})
    @Operation(summary = "A second person agrees; repeating it changes nothing")
    public Adjustment approve(@RestPath String id) {
        return Asked.idFromPath(id)
                .flatMap(known -> decide.approve(known, caller.id()))
                .orElseThrow(AdjustmentResource::notFound);
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({Roles.SUPPORT, Roles.MANAGER})
    @Operation(summary = "A second person refuses; repeating it changes nothing")
    public Adjustment reject(@RestPath String id) {
        return Asked.idFromPath(id)
                .flatMap(known -> decide.reject(known, caller.id()))
                .orElseThrow(AdjustmentResource::notFound);
    }

    private static Problem notFound() {
        return Problem.of(KitProblem.NOT_FOUND, "There is no such adjustment.");
    }
}
