package dev.cairn.ledger.partner;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.page.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/partner/settlements")
@Tag(name = "Partners")
@RolesAllowed(Roles.PARTNER)
@RunOnVirtualThread
public class OwnSettlementResource {
    private final ShowSettlements show;
    private final Caller caller;

    public OwnSettlementResource(ShowSettlements show, Caller caller) {
        this.show = show;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Our settlements, newest first")
    public Page<Settlement> list(@RestQuery String cursor, @RestQuery Integer limit) {
        return show.list(show.ofClient(caller.clientId()), cursor, limit);
    }

    @GET
    @Path("/{number}")
    @Operation(summary = "Sums of one of our settlements")
    public Settlement one(@RestPath long number) {
        return show.one(show.ofClient(caller.clientId()), number);
    }

    @GET
    @Path("/{number}/lines")
    @Operation(summary = "Captures and refunds of one of our settlements, oldest first")
    public Page<Line> lines(
            @RestPath long number, @RestQuery String cursor, @RestQuery Integer limit) {
        return show.lines(show.ofClient(caller.clientId()), number, cursor, limit);
    }

    @GET
    @Path("/{number}/file")
    @Produces("text/csv")
    @Operation(summary = "One of our settlements as comma-separated values that sum to zero")
    public String file(@RestPath long number) {
        return show.file(show.ofClient(caller.clientId()), number);
    }
}
