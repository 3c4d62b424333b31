package dev.cairn.rules.progress;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.rules.programme.Programme;
import dev.cairn.rules.state.Snapshot;
import dev.cairn.rules.state.States;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1")
@RunOnVirtualThread
public class ProgressResource {
    private final Caller caller;
    private final CairnClock clock;
    private final Programme programme;
    private final States states;

    ProgressResource(Caller caller, CairnClock clock, Programme programme, States states) {
        this.caller = caller;
        this.clock = clock;
        this.programme = programme;
        this.states = states;
    }

    @GET
    @Path("/me/progress")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "How far I am with every goal")
    public ProgressView mine(@Context HttpHeaders headers) {
        var now = clock.instant();
        var member = caller.memberId();
        var snapshot = states.read(member, now).orElseGet(() -> states.ofNobody(now));
        return view(member, snapshot, now, headers);
    }

    @GET
    @Path("/members/{id}/progress")
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "How far a member is with every goal")
    public ProgressView ofMember(@RestPath String id, @Context HttpHeaders headers) {
        var now = clock.instant();
        var member = MemberId.fromPath(id);
        var snapshot =
                states.read(member, now)
                        .orElseThrow(
                                () -> Problem.of(KitProblem.NOT_FOUND, "There is no such member."));
        return view(member, snapshot, now, headers);
    }

    private ProgressView view(String member, Snapshot snapshot, Instant now, HttpHeaders headers) {
        var phrases = Phrases.of(headers.getAcceptableLanguages());
        return new ProgressText(programme, phrases).of(member, snapshot, now);
    }
}
