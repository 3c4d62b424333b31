package dev.cairn.ledger.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.partner.PartnerDesk.Asker;
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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/partner")
@Tag(name = "Partners")
@RolesAllowed(Roles.PARTNER)
@RunOnVirtualThread
public class PartnerCallResource {
    private final PartnerDesk desk;
    private final Caller caller;

    public PartnerCallResource(PartnerDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Path("/quotes")
    @Operation(summary = "What a purchase costs in points, for the member whose code it is")
    @APIResponse(
            responseCode = "201",
            description = "Good for 15 minutes",
            content = @Content(schema = @Schema(implementation = Quote.View.class)))
    public RestResponse<JsonNode> quote(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @NotNull @Valid PartnerWish.ForQuote wish) {
        return Reply.of(desk.quote(asker(key), wish));
    }

    @POST
    @Path("/holds")
    @Operation(summary = "Reserves the points of a quote; a quote leads to one hold")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = PartnerHold.class)))
    public RestResponse<JsonNode> reserve(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @NotNull @Valid PartnerWish.ForHold wish) {
        return Reply.of(desk.reserve(asker(key), wish));
    }

    @GET
    @Path("/holds/{id}")
    @Operation(summary = "One of our purchases")
    public PartnerHold one(@RestPath String id) {
        return desk.show(caller.clientId(), hold(id));
    }

    @POST
    @Path("/holds/{id}/capture")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes reserved points for good; what is left becomes free")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PartnerHold.class)))
    public RestResponse<JsonNode> capture(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @RestPath String id,
            @Valid PartnerWish.ForCapture wish) {
        var all = wish == null ? PartnerWish.ForCapture.ALL : wish;
        return Reply.of(desk.capture(asker(key), hold(id), all));
    }

    @POST
    @Path("/holds/{id}/void")
    @Operation(summary = "Calls a purchase off: its points are the member's own again")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PartnerHold.class)))
    public RestResponse<JsonNode> release(
            @RestHeader(IdempotencyKey.HEADER) String key, @RestPath String id) {
        return Reply.of(desk.release(asker(key), hold(id)));
    }

    @POST
    @Path("/holds/{id}/refunds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives captured points back, in part or whole, at the age they have")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = PartnerHold.class)))
    public RestResponse<JsonNode> refund(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @RestPath String id,
            @Valid PartnerWish.ForRefund wish) {
        var all = wish == null ? PartnerWish.ForRefund.ALL : wish;
        return Reply.of(desk.refund(asker(key), hold(id), all));
    }

    private Asker asker(String key) {
        return new Asker(caller.id(), caller.clientId(), IdempotencyKey.of(key));
    }

    private static UUID hold(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw PartnerDesk.notFound();
        }
    }
}
