package dev.cairn.ledger.partner;

import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/partners")
@Tag(name = "Partners")
@RunOnVirtualThread
public class PartnerResource {
    private final Database database;
    private final PartnerStore store;
    private final RegisterPartner registerPartner;

    public PartnerResource(Database database, PartnerStore store, RegisterPartner registerPartner) {
        this.database = database;
        this.store = store;
        this.registerPartner = registerPartner;
    }

    @GET
    @RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "The brands that accept points")
    public Page<Partner> list(@RestQuery String cursor, @RestQuery Integer limit) {
        var after = Cursor.decode(cursor, 1).map(parts -> parts.getFirst()).orElse("");
        var size = Limit.of(limit);
        var rows = database.read(tx -> store.list(tx, after, size.andOneMore()));
        return Page.of(rows, size, partner -> Cursor.encode(partner.id()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Takes a partner on or changes it; rates can only be added")
    public RestResponse<Partner> put(
            @RestPath @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String id,
            @NotNull @Valid PartnerDefinition definition) {
        var done = database.inTransaction(tx -> registerPartner.register(tx, id, definition));
        return RestResponse.ResponseBuilder.ok(done.partner())
                .status(done.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                .build();
    }
}
