package dev.cairn.rules.history;

import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.rules.evaluation.Evaluation;
import dev.cairn.rules.evaluation.Explanation;
import dev.cairn.rules.programme.Programme;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/members/{id}/explanations")
@RunOnVirtualThread
public class ExplanationResource {
    private final CairnClock clock;
    private final Programme programme;
    private final Database database;
    private final HistoryStore histories;

    ExplanationResource(
            CairnClock clock, Programme programme, Database database, HistoryStore histories) {
        this.clock = clock;
        this.programme = programme;
        this.database = database;
        this.histories = histories;
    }

    @GET
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "Why activities of a member did not count")
    public List<Explanation> explanations(@RestPath String id) {
        var member = MemberId.fromPath(id);
        var history = database.read(tx -> histories.load(tx, List.of(member)).get(member));
        return Evaluation.fold(history, programme, clock.instant()).explanations();
    }
}
