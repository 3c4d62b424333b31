package dev.cairn.notify.inbox;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.Problem;
import dev.cairn.notify.NotifyProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** A member's own inbox, newest first. */
@Path("/v1/me/inbox")
@RolesAllowed(Roles.MEMBER)
@RunOnVirtualThread
public class InboxResource {
    private final Caller caller;
    private final Database database;
    private final InboxStore inbox;
    private final CairnClock clock;

    public InboxResource(Caller caller, Database database, InboxStore inbox, CairnClock clock) {
        this.caller = caller;
        this.database = database;
        this.inbox = inbox;
        this.clock = clock;
    }

    @GET
    public Page<InboxView> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        var memberId = caller.memberId();
        var size = Limit.of(limit);
        var before =
                Cursor.decode(cursor, 1)
                        .map(parts -> Cursor.number(parts.getFirst()))
                        .orElse(Long.MAX_VALUE);
        var rows = database.read(tx -> inbox.before(tx, memberId, before, size.andOneMore()));
        var page = Page.of(rows, size, item -> Cursor.encode(String.valueOf(item.seq())));
        return new Page<>(page.items().stream().map(InboxView::of).toList(), page.next());
    }

    @POST
    @Path("/{id}/read")
    public InboxView read(@PathParam("id") String id) {
        var memberId = caller.memberId();
        var messageId = uuid(id);
        return database.inTransaction(
                        tx -> inbox.markRead(tx, memberId, messageId, clock.instant()))
                .map(InboxView::of)
                .orElseThrow(InboxResource::unknown);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.of(NotifyProblem.MESSAGE_UNKNOWN, "There is no such message.");
    }
}
