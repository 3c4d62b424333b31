package dev.cairn.ledger.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.Idempotency;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

@Path("/v1/partners/{id}/settlements")
@Tag(name = "Partners")
@RunOnVirtualThread
public class SettlementResource {
    private final Database database;
    private final Idempotency idempotency;
    private final PartnerStore partners;
    private final SettlementStore store;
    private final LineStore lines;
    private final CloseSettlement closeSettlement;
    private final Caller caller;

    public SettlementResource(
            Database database,
            Idempotency idempotency,
            PartnerStore partners,
            SettlementStore store,
            LineStore lines,
            CloseSettlement closeSettlement,
            Caller caller) {
        this.database = database;
        this.idempotency = idempotency;
        this.partners = partners;
        this.store = store;
        this.lines = lines;
        this.closeSettlement = closeSettlement;
        this.caller = caller;
    }

    /**
     * Where a settlement ends.
     *
     * @param to the day after its last
     */
    public record Closing(@NotNull LocalDate to) {}

    private record Wish(String what, String partner, LocalDate to) {}

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
        var wish = new Wish("settlement", id, closing.to());
        return Reply.of(
                database.inTransaction(
                        tx ->
                                idempotency.once(
                                        tx, caller.id(), usable, wish, () -> close(tx, wish))));
    }

    private Answer close(Tx tx, Wish wish) {
        return Answer.of(201, closeSettlement.close(tx, partner(tx, wish.partner()), wish.to()));
    }

    @GET
    @RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.PARTNER})
    @Operation(summary = "A partner's settlements, newest first; partners see their own")
    public Page<Settlement> list(
            @RestPath String id, @RestQuery String cursor, @RestQuery Integer limit) {
        var before =
                Cursor.decode(cursor, 1)
                        .map(parts -> Cursor.number(parts.getFirst()))
                        .orElse(Long.MAX_VALUE);
        var size = Limit.of(limit);
        var rows =
                database.read(
                        tx -> store.list(tx, partner(tx, id).id(), before, size.andOneMore()));
        return Page.of(rows, size, last -> Cursor.encode(Long.toString(last.number())));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.PARTNER})
    @Operation(summary = "A settlement's sums")
    public Settlement one(@RestPath String id, @RestPath long number) {
        return database.read(tx -> settlement(tx, id, number));
    }

    @GET
    @Path("/{number}/lines")
    @RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.PARTNER})
    @Operation(summary = "A settlement's captures and refunds, oldest first")
    public Page<Line> lines(
            @RestPath String id,
            @RestPath long number,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        var size = Limit.of(limit);
        var after = Cursor.decode(cursor, 2).map(SettlementResource::place).orElse(Place.START);
        var rows =
                database.read(
                        tx -> {
                            var partner = settlement(tx, id, number).partner();
                            var most = size.andOneMore();
                            return lines.list(tx, partner, number, after.at(), after.id(), most);
                        });
        return Page.of(
                rows, size, last -> Cursor.encode(last.at().toString(), last.id().toString()));
    }

    @GET
    @Path("/{number}/file")
    @Produces("text/csv")
    @RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.PARTNER})
    @Operation(summary = "A settlement as comma-separated values (RFC 4180) that sum to zero")
    public String file(@RestPath String id, @RestPath long number) {
        return database.read(
                tx -> {
                    var settlement = settlement(tx, id, number);
                    var start = Place.START;
                    var all = lines.list(tx, id, number, start.at(), start.id(), Integer.MAX_VALUE);
                    return SettlementFile.of(settlement, all);
                });
    }

    private record Place(Instant at, UUID id) {
        static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    private static Place place(List<String> parts) {
        try {
            return new Place(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.of(KitProblem.INVALID_REQUEST, "cursor is not one that a page gave.");
        }
    }

    private Settlement settlement(Tx tx, String id, long number) {
        return store.find(tx, partner(tx, id).id(), number)
                .orElseThrow(
                        () -> Problem.of(KitProblem.NOT_FOUND, "There is no such settlement."));
    }

    /** The partner of the path; to partners, others do not exist. */
    private Partner partner(Tx tx, String id) {
        var roles = caller.roles();
        var staff = roles.contains(Roles.MANAGER) || roles.contains(Roles.AUDITOR);
        return partners.find(tx, id)
                .filter(partner -> staff || partner.client().equals(caller.clientId()))
                .orElseThrow(
                        () ->
                                Problem.of(
                                        LedgerProblem.PARTNER_UNKNOWN,
                                        "There is no such partner."));
    }
}
