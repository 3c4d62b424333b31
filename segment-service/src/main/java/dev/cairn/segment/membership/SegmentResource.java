package dev.cairn.segment.membership;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.segment.definition.Segments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Segments and who is in them. */
@Path("/v1/segments")
@Tag(name = "Segments")
@RunOnVirtualThread
public class SegmentResource {
    private final Segments segments;
    private final MembershipStore memberships;
    private final Database database;

    public SegmentResource(Segments segments, MembershipStore memberships, Database database) {
        this.segments = segments;
        this.memberships = memberships;
        this.database = database;
    }

    /** A segment as it is shown. */
    public record SegmentView(
            String id,
            long version,
            String title,
            String objective,
            JsonNode condition,
            long size) {}

    /** A member of a segment. */
    public record MemberView(String member, long version, Instant since) {}

    @GET
    @RolesAllowed({Roles.MANAGER, Roles.SUPPORT, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "All segments with their conditions and sizes")
    public List<SegmentView> list(@Context HttpHeaders headers) {
        var sizes = database.read(memberships::sizes);
        return segments.all().stream()
                .map(
                        s ->
                                new SegmentView(
                                        s.id(),
                                        s.version(),
                                        s.titleIn(headers.getAcceptableLanguages()),
                                        s.objective(),
                                        s.tree(),
                                        sizes.getOrDefault(s.id(), 0L)))
                .toList();
    }

    @GET
    @Path("/{id}/members")
    @RolesAllowed({Roles.MANAGER, Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "Who is in a segment")
    public Page<MemberView> members(
            @PathParam("id") String id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        var segment =
                segments.find(id)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                KitProblem.NOT_FOUND, "There is no such segment."));
        var size = Limit.of(limit);
        var after = Cursor.decode(cursor, 1).map(List::getFirst).orElse("");
        var rows =
                database
                        .read(tx -> memberships.in(tx, segment.id(), after, size.andOneMore()))
                        .stream()
                        .map(m -> new MemberView(m.member(), m.version(), m.since()))
                        .toList();
        return Page.of(rows, size, last -> Cursor.encode(last.member()));
    }
}
