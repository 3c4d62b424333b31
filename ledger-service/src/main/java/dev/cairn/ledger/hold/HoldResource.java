package dev.cairn.ledger.hold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.hold.HoldDesk.Asker;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
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
@Tag(name = "Holds")
@RunOnVirtualThread
public class HoldResource {
    private final HoldDesk desk;
    private final ShowHolds show;
    private final Caller caller;

    public HoldResource(HoldDesk desk, ShowHolds show, Caller caller) {
        this.desk = desk;
        this.show = show;
        this.caller = caller;
    }

    @POST
    @Path("/holds")
    @RolesAllowed(Roles.POS)
    @Operation(summary = "Reserves a member's points, once for each Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Reserved; 200 when this is the answer to an earlier, equal request",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public RestResponse<JsonNode> place(
            @RestHeader(IdempotencyKey.HEADER) String key, @NotNull @Valid HoldRequest request) {
        return Reply.of(desk.place(asker(key), request));
    }

    @POST
    @Path("/holds/{id}/extend")
    @RolesAllowed(Roles.POS)
    @Operation(summary = "Lets a hold last longer; never shorter")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public RestResponse<JsonNode> extend(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @RestPath String id,
            @NotNull @Valid HoldRequest.Extension extension) {
        return Reply.of(desk.extend(asker(key), hold(id), extension));
    }

    @POST
    @Path("/holds/{id}/capture")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POS)
    @Operation(
            summary =
                    "Takes reserved points for good; what is left becomes free. A reward is taken"
                            + " whole")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public RestResponse<JsonNode> capture(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @RestPath String id,
            @Valid HoldRequest.Capture capture) {
        var wish = capture == null ? HoldRequest.Capture.ALL : capture;
        return Reply.of(desk.capture(asker(key), hold(id), wish));
    }

    @POST
    @Path("/holds/{id}/void")
    @RolesAllowed(Roles.POS)
    @Operation(summary = "Calls a hold off: its points, and its reward, are free again")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public RestResponse<JsonNode> release(
            @RestHeader(IdempotencyKey.HEADER) String key, @RestPath String id) {
        return Reply.of(desk.release(asker(key), hold(id)));
    }

    @POST
    @Path("/holds/{id}/refund")
    @RolesAllowed(Roles.POS)
    @Operation(summary = "Gives captured points back, in parts too, at the age that they have")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public RestResponse<JsonNode> refund(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @RestPath String id,
            @NotNull @Valid HoldRequest.Refund refund) {
        return Reply.of(desk.refund(asker(key), hold(id), refund));
    }

    @GET
    @Path("/holds/{id}")
    @RolesAllowed({Roles.POS, Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "A hold; shops see their own")
    public HoldView one(@RestPath String id) {
        var staff =
                caller.roles().contains(Roles.SUPPORT) || caller.roles().contains(Roles.AUDITOR);
        var owner = HoldDesk.placedBy(caller.clientId());
        return show.one(hold(id))
                .filter(hold -> staff || hold.placedBy().equals(owner))
                .map(HoldView::of)
                .orElseThrow(HoldDesk::notFound);
    }

    @GET
    @Path("/me/holds")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "Which of my points are or were reserved, newest first")
    public Page<HoldView> mine(@RestQuery String cursor, @RestQuery Integer limit) {
        return show.all(caller.memberId(), cursor, Limit.of(limit));
    }

    private Asker asker(String key) {
        return new Asker(caller.id(), caller.clientId(), IdempotencyKey.of(key));
    }

    private static UUID hold(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw HoldDesk.notFound();
        }
    }
}
