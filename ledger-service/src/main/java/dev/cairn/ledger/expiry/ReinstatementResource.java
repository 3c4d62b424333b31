package dev.cairn.ledger.expiry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
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

@Path("/v1")
@Tag(name = "Points")
@RunOnVirtualThread
public class ReinstatementResource {
    private final ReinstatementDesk desk;
    private final DecideReinstatement decide;
    private final ShowAsked showAsked;
    private final ReinstatementStore reinstatements;
    private final Caller caller;

    public ReinstatementResource(
            ReinstatementDesk desk,
            DecideReinstatement decide,
            ShowAsked showAsked,
            ReinstatementStore reinstatements,
            Caller caller) {
        this.desk = desk;
        this.decide = decide;
        this.showAsked = showAsked;
        this.reinstatements = reinstatements;
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
    @APIResponse(
            responseCode = "202",
            description = "Waits for a second person",
            content = @Content(schema = @Schema(implementation = Reinstatement.class)))
    public RestResponse<JsonNode> reinstate(
            @RestPath String id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @NotNull @Valid ReinstatementRequest wish) {
        var member = MemberId.fromPath(id);
        return Reply.of(desk.answer(caller.id(), member, IdempotencyKey.of(key), wish));
    }

    @GET
    @Path("/points/reinstatements")
    @RolesAllowed({Roles.SUPPORT, Roles.MANAGER, Roles.AUDITOR})
    @Operation(summary = "Reinstatements, newest first; status is waiting, done or rejected")
    public Page<Reinstatement> list(
            @RestQuery String status, @RestQuery String cursor, @RestQuery Integer limit) {
        return showAsked.page(reinstatements::list, status, cursor, Limit.of(limit));
    }

    @POST
    @Path("/points/reinstatements/{id}/approve")
    @RolesAllowed({Roles.SUPPORT, Roles.MANAGER})
    @Operation(summary = "A second person agrees; repeating it changes nothing")
    public Reinstatement approve(@RestPath String id) {
        return Asked.idFromPath(id)
                .flatMap(known -> decide.approve(known, caller.id()))
                .orElseThrow(ReinstatementResource::notFound);
    }

    @POST
    @Path("/points/reinstatements/{id}/reject")
    @RolesAllowed({Roles.SUPPORT, Roles.MANAGER})
    @Operation(summary = "A second person refuses; repeating it changes nothing")
    public Reinstatement reject(@RestPath String id) {
        return Asked.idFromPath(id)
                .flatMap(known -> decide.reject(known, caller.id()))
                .orElseThrow(ReinstatementResource::notFound);
    }

    private static Problem notFound() {
        return Problem.of(KitProblem.NOT_FOUND, "There is no such reinstatement.");
    }
}
