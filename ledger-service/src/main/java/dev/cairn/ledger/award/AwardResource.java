package dev.cairn.ledger.award;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.award.WaitingAlgebra.Outcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1")
@Tag(name = "Awards")
@RunOnVirtualThread
public class AwardResource {
    /** Support need not say what has happened. */
    private static final Optional<String> ANYTHING = Optional.empty();

    /** What no award waits for. */
    private static final Optional<String> NOTHING = Optional.of("");

    private final ShowAwards show;
    private final DecideAward decide;
    private final Caller caller;

    public AwardResource(ShowAwards show, DecideAward decide, Caller caller) {
        this.show = show;
        this.decide = decide;
        this.caller = caller;
    }

    @GET
    @Path("/me/points/awards")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "What I was awarded, what of it was paid, and why not all; newest first")
    public Page<AwardView> mine(@RestQuery String cursor, @RestQuery Integer limit) {
        return show.of(caller.memberId(), cursor, Limit.of(limit));
    }

    @GET
    @Path("/members/{id}/points/awards")
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(
            summary = "What a member was awarded and what of it was paid, newest first",
            description = "Also what those were awarded that were merged into the member.")
    public Page<AwardView> ofMember(
            @RestPath String id, @RestQuery String cursor, @RestQuery Integer limit) {
        return show.of(MemberId.fromPath(id), cursor, Limit.of(limit));
    }

    @POST
    @Path("/members/{id}/points/awards/{awardId}/activate")
    @RolesAllowed({Roles.POS, Roles.SUPPORT})
    @Operation(
            summary = "Lets pending points be spent; repeating it changes nothing",
            description = "Shops have to name the action that the points wait for.")
    public AwardView activate(
            @RestPath String id, @RestPath String awardId, @RestQuery String action) {
        var happened =
                Optional.ofNullable(action)
                        .or(() -> caller.roles().contains(Roles.SUPPORT) ? ANYTHING : NOTHING);
        var member = MemberId.fromPath(id);
        return answer(member, decide.activate(member, awardId, happened));
    }

    @POST
    @Path("/members/{id}/points/awards/{awardId}/cancel")
    @RolesAllowed(Roles.SUPPORT)
    @Operation(summary = "Takes pending points back for good; repeating it changes nothing")
    public AwardView cancel(@RestPath String id, @RestPath String awardId) {
        var member = MemberId.fromPath(id);
        return answer(member, decide.cancel(member, awardId));
    }

    private static AwardView answer(String member, Optional<Outcome> outcome) {
        return switch (outcome.orElseThrow(AwardResource::unknown)) {
            case Outcome.Done done -> done.view(member);
            case Outcome.NotPending settled ->
                    throw Problem.of(
                                    LedgerProblem.AWARD_NOT_PENDING,
                                    "The points of the award do not wait any more.")
                            .with("state", settled.state().label());
            case Outcome.WaitsForOther other ->
                    throw Problem.of(
                                    KitProblem.INVALID_REQUEST,
                                    "The points of the award do not wait for this action.")
                            .with("field", "action")
                            .with("awaits", other.awaits());
        };
    }

    private static Problem unknown() {
        return Problem.of(LedgerProblem.AWARD_UNKNOWN, "The member has no such award.");
    }
}
