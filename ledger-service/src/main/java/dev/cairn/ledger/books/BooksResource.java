package dev.cairn.ledger.books;

import dev.cairn.kit.access.Roles;
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
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/books")
@Tag(name = "Books")
@RunOnVirtualThread
public class BooksResource {
    private final ShowBooks books;

    public BooksResource(ShowBooks books) {
        this.books = books;
    }

    @GET
    @Path("/liability")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR, Roles.MANAGER})
    @Operation(
            summary =
                    "What members have and did not spend, by age, cohort or expiry, now or as of a"
                            + " time; also as text/csv")
    public LiabilityReport liability(
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery @DefaultValue("age") String by,
            @RestQuery String at) {
        return books.liability(currency, by, at);
    }

    @GET
    @Path("/liability")
    @Produces(Csv.TYPE)
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR, Roles.MANAGER})
    @Operation(hidden = true)
    public String liabilityAsCsv(
            @RestQuery @DefaultValue(AccountId.POINTS) String currency,
            @RestQuery @DefaultValue("age") String by,
            @RestQuery String at) {
        return books.liability(currency, by, at).csv();
    }

    @GET
    @Path("/breakage")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR, Roles.MANAGER})
    @Operation(summary = "What becomes of points, by cohort and age; also as text/csv")
    public BreakageReport breakage(@RestQuery @DefaultValue(AccountId.POINTS) String currency) {
        return books.breakage(currency);
    }

    @GET
    @Path("/breakage")
    @Produces(Csv.TYPE)
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR, Roles.MANAGER})
    @Operation(hidden = true)
    public String breakageAsCsv(@RestQuery @DefaultValue(AccountId.POINTS) String currency) {
        return books.breakage(currency).csv();
    }
}
