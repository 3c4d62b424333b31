package dev.cairn.notify.inbox;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/**
 * New messages as they arrive, as server-sent events. The stream reads from the database whenever
 * its bell rings, so nothing is missed that another instance wrote; a client that comes back with
 * {@code Last-Event-ID} gets what it missed.
 */
@Path("/v1/me/inbox/stream")
@RolesAllowed(Roles.MEMBER)
public class InboxStreamResource {
    private static final int AT_ONCE = 100;

    private final Caller caller;
    private final Database database;
    private final InboxStore inbox;
    private final InboxBell bell;
    private final ExecutorService executor;

    public InboxStreamResource(
            Caller caller,
            Database database,
            InboxStore inbox,
            InboxBell bell,
            @VirtualThreads ExecutorService executor) {
        this.caller = caller;
        this.database = database;
        this.inbox = inbox;
        this.bell = bell;
        this.executor = executor;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        var memberId = caller.memberId();
        var seen = new AtomicLong(lastSeen(lastEventId));
        return bell.of(memberId)
                .emitOn(executor)
                .onItem()
                .transformToIterable(ring -> news(memberId, seen))
                .map(item -> event(sse, item));
    }

    private static long lastSeen(String lastEventId) {
        return lastEventId == null || lastEventId.isBlank()
                ? -1
                : Cursor.number(lastEventId.strip());
    }

    /** Without a Last-Event-ID the stream starts with what comes after it was opened. */
    private List<InboxItem> news(String memberId, AtomicLong seen) {
        if (seen.get() < 0) {
            seen.set(database.read(tx -> inbox.last(tx, memberId)));
        }
        var items = database.read(tx -> inbox.after(tx, memberId, seen.get(), AT_ONCE));
        if (!items.isEmpty()) {
            seen.set(items.getLast().seq());
        }
        return items;
    }

    private static OutboundSseEvent event(Sse sse, InboxItem item) {
        return sse.newEventBuilder()
                .id(String.valueOf(item.seq()))
                .name("message")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(InboxView.class, InboxView.of(item))
                .build();
    }
}
