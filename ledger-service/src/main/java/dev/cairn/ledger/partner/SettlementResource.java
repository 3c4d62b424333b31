package dev.cairn.ledger.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.page.Page;
import dev.cairn.ledger.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/partners/{id}/settlements")
@Tag(name = "Partners")
@RunOnVirtualThread
public class SettlementResource {
    private final CloseSettlement closeSettlement;
    private final ShowSettlements show;
    private final Caller caller;

    public SettlementResource(
            CloseSettlement closeSettlement, ShowSettlements show, Caller caller) {
        this.closeSettlement = closeSettlement;
        this.show = show;
        this.caller = caller;
    }

    /**
     * Where a settlement ends.
     *
     * @param to the day after its last
     */
    public record Closing(@NotNull LocalDate to) {}

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Closes what happened since the last settlement")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Settlement.class)))
    public RestResponse<JsonNode> close(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @RestPath String id,
            @NotNull @Valid Closing closing) {
        var usable = IdempotencyKey.of(key);
        return Reply.of(closeSettlement.answer(caller.id(), usable, id, closing.to()));
    }

    @GET
    @RolesAllowed({Roles.MANAGER, Roles.AUDITOR})
    @Operation(summary = "A partner's settlements, newest first")
    public Page<Settlement> list(
            @RestPath String id, @RestQuery String cursor, @RestQuery Integer limit) {
        return show.list(show.ofPartner(id), cursor, limit);
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.MANAGER, Roles.AUDITOR})
    @Operation(summary = "A settlement's sums")
    public Settlement one(@RestPath String id, @RestPath long number) {
        return show.one(show.ofPartner(id), number);
    }

    @GET
    @Path("/{number}/lines")
    @RolesAllowed({Roles.MANAGER, Roles.AUDITOR})
    @Operation(summary = "A settlement's captures and refunds, oldest first")
    public Page<Line> lines(
            @RestPath String id,
            @RestPath long number,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return show.lines(show.ofPartner(id), number, cursor, limit);
    }

    @GET
    @Path("/{number}/file")
    @Produces("text/csv")
    @RolesAllowed({Roles.MANAGER, Roles.AUDITOR})
    @Operation(summary = "A settlement as comma-separated values (RFC 4180) that sum to zero")
    public String file(@RestPath String id, @RestPath long number) {
        return show.file(show.ofPartner(id), number);
    }
}
