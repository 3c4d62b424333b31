package dev.cairn.ledger.importing;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.report.Csv;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/imports")
@Tag(name = "Imports")
@RunOnVirtualThread
public class ImportResource {
    private final ImportPoints importPoints;
    private final Caller caller;

    public ImportResource(ImportPoints importPoints, Caller caller) {
        this.importPoints = importPoints;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Brings points from another system; each line has an effect once, for ever",
            description =
                    "A header names the columns: reference, memberId, points, and if wanted"
                            + " currency, earnedAt, activeFrom, expiresAt, priority. Times are"
                            + " instants or days; expiresAt as a day is the last valid one, never"
                            + " means never, and nothing leaves it to the currency. Of priority,"
                            + " -999 to 999 and 0 when empty, the lowest is spent first. The line's"
                            + " reference is its idempotency key. dryRun=true tells what would"
                            + " happen.")
    @RequestBody(required = true, content = @Content(mediaType = Csv.TYPE))
    public ImportReport post(@RestQuery @DefaultValue("false") String dryRun, byte[] body) {
        return importPoints.run(body, flag(dryRun), caller.id());
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw Problem.of(KitProblem.INVALID_REQUEST, "dryRun is true or false.")
                            .with("field", "dryRun");
        };
    }
}
