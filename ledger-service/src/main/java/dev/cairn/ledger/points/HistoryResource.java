package dev.cairn.ledger.points;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.report.Csv;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1")
@Tag(name = "Points")
@RunOnVirtualThread
public class HistoryResource {
    private final ShowStatement statements;
    private final ShowLots lots;
    private final Caller caller;

    public HistoryResource(ShowStatement statements, ShowLots lots, Caller caller) {
        this.statements = statements;
        this.lots = lots;
        this.caller = caller;
    }

    @GET
    @Path("/me/points/statement")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "What happened on some days, between two balances; also as text/csv")
    public Statement mine(
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery String from,
            @RestQuery String to) {
        return statements.of(caller.memberId(), currency, from, to);
    }

    @GET
    @Path("/me/points/statement")
    @Produces(Csv.TYPE)
    @RolesAllowed(Roles.MEMBER)
    @Operation(hidden = true)
    public String mineAsCsv(
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery String from,
            @RestQuery String to) {
        return statements.of(caller.memberId(), currency, from, to).csv();
    }

    @GET
    @Path("/members/{id}/points/statement")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "A member's statement of some days; also as text/csv")
    public Statement ofMember(
            @RestPath String id,
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery String from,
            @RestQuery String to) {
        return statements.of(MemberId.fromPath(id), currency, from, to);
    }

    @GET
    @Path("/members/{id}/points/statement")
    @Produces(Csv.TYPE)
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(hidden = true)
    public String ofMemberAsCsv(
            @RestPath String id,
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery String from,
            @RestQuery String to) {
        return statements.of(MemberId.fromPath(id), currency, from, to).csv();
    }

    @GET
    @Path("/me/points/lots")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "My points by where they came from, newest first")
    public Page<LotView> myLots(
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery String state,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return lots.of(caller.memberId(), currency, state, cursor, Limit.of(limit));
    }

    @GET
    @Path("/members/{id}/points/lots")
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "A member's points by where they came from, newest first")
    public Page<LotView> lotsOfMember(
            @RestPath String id,
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery String state,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return lots.of(MemberId.fromPath(id), currency, state, cursor, Limit.of(limit));
    }
}
