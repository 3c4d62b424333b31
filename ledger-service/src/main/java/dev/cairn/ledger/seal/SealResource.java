package dev.cairn.ledger.seal;

import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.report.AskedTime;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/books/seals")
@Tag(name = "Books")
@RunOnVirtualThread
public class SealResource {
    private final Database database;
    private final SealStore store;
    private final VerifySeals verifySeals;

    public SealResource(Database database, SealStore store, VerifySeals verifySeals) {
        this.database = database;
        this.store = store;
        this.verifySeals = verifySeals;
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "The seals of closed days, newest first")
    public Page<SealView> seals(@RestQuery String cursor, @RestQuery Integer limit) {
        var most = Limit.of(limit);
        var before =
                Cursor.decode(cursor, 1)
                        .map(parts -> Cursor.number(parts.getFirst()))
                        .orElse(Long.MAX_VALUE);
        var rows =
                database.read(tx -> store.list(tx, before, most.andOneMore())).stream()
                        .map(SealView::of)
                        .toList();
        return Page.of(rows, most, seal -> Cursor.encode(Long.toString(seal.number())));
    }

    @GET
    @Path("/{day}")
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "The seal of a day")
    public SealView seal(@RestPath String day) {
        var asked = AskedTime.day("day", day);
        return database.read(tx -> store.find(tx, asked))
                .map(SealView::of)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                LedgerProblem.DAY_NOT_SEALED,
                                                "There is no seal of this day.")
                                        .with("day", asked));
    }

    @POST
    @Path("/verify")
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "Calculates all seals again, and names the first that does not hold")
    public SealVerdict verify() {
        return verifySeals.verify();
    }
}
