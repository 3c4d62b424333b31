package dev.cairn.notify.report;

import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Tells what became of all messages, without a word about any member. */
@Path("/v1/messages/report")
@RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.OPERATOR})
@RunOnVirtualThread
public class ReportResource {
    private final Database database;
    private final ReportStore store;

    public ReportResource(Database database, ReportStore store) {
        this.database = database;
        this.store = store;
    }

    @GET
    public MessageReport report() {
        return AddUp.of(database.read(store::counts));
    }
}
