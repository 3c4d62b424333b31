package dev.cairn.ledger.points;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1")
@Tag(name = "Points")
@RunOnVirtualThread
public class PointsResource {
    private final ShowPoints points;
    private final Caller caller;

    public PointsResource(ShowPoints points, Caller caller) {
        this.points = points;
        this.caller = caller;
    }

    @GET
    @Path("/me/points")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "My points by state, and what runs out next")
    public PointsView mine() {
        return points.of(caller.memberId());
    }

    @GET
    @Path("/members/{id}/points")
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "A member's points")
    public PointsView ofMember(@RestPath String id) {
        return points.of(MemberId.fromPath(id));
    }

    @GET
    @Path("/me/points/entries")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "All that happened to my points, newest first")
    public Page<PointsEntry> myEntries(@RestQuery String cursor, @RestQuery Integer limit) {
        return points.entries(caller.memberId(), cursor, Limit.of(limit));
    }

    @GET
    @Path("/members/{id}/points/entries")
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "All that happened to a member's points, newest first")
    public Page<PointsEntry> entriesOfMember(
            @RestPath String id, @RestQuery String cursor, @RestQuery Integer limit) {
        return points.entries(MemberId.fromPath(id), cursor, Limit.of(limit));
    }

    @GET
    @Path("/points/totals")
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR, Roles.MANAGER})
    @Operation(summary = "The programme's points, all members together")
    public PointsTotals totals() {
        return points.totals();
    }
}
