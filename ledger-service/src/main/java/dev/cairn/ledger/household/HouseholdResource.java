package dev.cairn.ledger.household;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/me/household")
@Tag(name = "Households")
@RunOnVirtualThread
public class HouseholdResource {
    private final MembershipDesk desk;
    private final ChangeMembers members;
    private final ShowHousehold show;
    private final Caller caller;

    public HouseholdResource(
            MembershipDesk desk, ChangeMembers members, ShowHousehold show, Caller caller) {
        this.desk = desk;
        this.members = members;
        this.show = show;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "Founds a household that I own, once for each Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Founded; 200 when this is the answer to an earlier, equal request",
            content = @Content(schema = @Schema(implementation = HouseholdView.class)))
    public RestResponse<JsonNode> found(@RestHeader(IdempotencyKey.HEADER) String key) {
        return Reply.of(desk.found(caller.id(), caller.memberId(), IdempotencyKey.of(key)));
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "My household: who belongs to it, its points and its rules")
    public HouseholdView mine() {
        return show.of(caller.memberId());
    }

    @POST
    @Path("/invitations")
    @ResponseStatus(201)
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            summary = "Lets one more member in; the token is shown once. For the owner",
            description =
                    "Takes no Idempotency-Key, because tokens are not kept: repeating the call"
                            + " makes another invitation, and one that nobody knows runs out.")
    public Invitation invite() {
        return members.invite(caller.memberId());
    }

    @POST
    @Path("/join")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "Joins the household of an invitation")
    @APIResponse(
            responseCode = "201",
            description = "Joined; 200 when this is the answer to an earlier, equal request",
            content = @Content(schema = @Schema(implementation = HouseholdView.class)))
    public RestResponse<JsonNode> join(
            @RestHeader(IdempotencyKey.HEADER) String key, @NotNull @Valid JoinRequest wish) {
        return Reply.of(
                desk.join(caller.id(), caller.memberId(), IdempotencyKey.of(key), wish.token()));
    }

    @DELETE
    @Path("/membership")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "Leaves my household, once for each Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LeaveReceipt.class)))
    public RestResponse<JsonNode> leave(@RestHeader(IdempotencyKey.HEADER) String key) {
        return Reply.of(desk.leave(caller.id(), caller.memberId(), IdempotencyKey.of(key)));
    }

    @DELETE
    @Path("/members/{id}")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "Lets a member of my household go. For the owner")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LeaveReceipt.class)))
    public RestResponse<JsonNode> remove(
            @RestHeader(IdempotencyKey.HEADER) String key, @RestPath String id) {
        var member = MemberId.fromPath(id);
        return Reply.of(
                desk.remove(caller.id(), caller.memberId(), IdempotencyKey.of(key), member));
    }
}
