package dev.cairn.segment.membership;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The segments of one member, and why. */
@Path("/v1")
@Tag(name = "Segments")
@RunOnVirtualThread
public class MemberSegmentsResource {
    private final ExplainMember explain;
    private final Caller caller;

    public MemberSegmentsResource(ExplainMember explain, Caller caller) {
        this.explain = explain;
        this.caller = caller;
    }

    /** A segment that the caller is in. */
    public record OwnSegment(String id, long version, String title, Instant since) {}

    @GET
    @Path("/me/segments")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "The segments that one is in")
    public List<OwnSegment> own(@Context HttpHeaders headers) {
        return explain.own(caller.memberId(), headers.getAcceptableLanguages());
    }

    @GET
    @Path("/members/{id}/segments")
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "A member's segments, the facts, and what each condition found")
    public ExplainMember.Standing explained(
            @PathParam("id") String id, @Context HttpHeaders headers) {
        return explain.all(MemberId.fromPath(id), headers.getAcceptableLanguages());
    }
}
