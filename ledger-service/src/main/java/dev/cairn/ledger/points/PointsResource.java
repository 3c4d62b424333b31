package dev.cairn.ledger.points;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.ledger.account.AccountId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
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
    @Operation(summary = "My points by state, now or as of a time, and what runs out next")
    public PointsAnswer mine(
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery String at,
            @RestQuery String known) {
        return answer(caller.memberId(), currency, at, known);
    }

    @GET
    @Path("/members/{id}/points")
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "A member's points, now or as of a time")
    public PointsAnswer ofMember(
            @RestPath String id,
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery String at,
            @RestQuery String known) {
        return answer(MemberId.fromPath(id), currency, at, known);
    }

    @GET
    @Path("/me/points/entries")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "All that happened to my points, newest first")
    public Page<PointsEntry> myEntries(
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery List<String> kind,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return points.entries(caller.memberId(), currency, kind, cursor, Limit.of(limit));
    }

    @GET
    @Path("/members/{id}/points/entries")
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "All that happened to a member's points, newest first")
    public Page<PointsEntry> entriesOfMember(
            @RestPath String id,
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery List<String> kind,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return points.entries(MemberId.fromPath(id), currency, kind, cursor, Limit.of(limit));
    }

    @GET
    @Path("/points/totals")
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR, Roles.MANAGER})
    @Operation(summary = "The programme's points, all members together")
    public PointsTotals totals(@RestQuery @DefaultValue(AccountId.POINTS) String currency) {
        return points.totals(currency);
    }

    private PointsAnswer answer(String memberId, String currency, String at, String known) {
        return at == null && known == null
                ? points.of(memberId, currency)
                : points.asOf(memberId, currency, at, known);
    }
}
