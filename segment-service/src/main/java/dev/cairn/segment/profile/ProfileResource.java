package dev.cairn.segment.profile;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.member.MemberStore;
import dev.cairn.segment.profile.KeepProfile.Enrolled;
import dev.cairn.segment.profile.KeepProfile.Kept;
import dev.cairn.segment.profile.KeepProfile.NotValid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Profiles over HTTP. */
@Path("/v1")
@Tag(name = "Profiles")
@RunOnVirtualThread
public class ProfileResource {
    private final KeepProfile profiles;
    private final MemberStore members;
    private final Database database;
    private final CairnClock clock;
    private final Caller caller;

    public ProfileResource(
            KeepProfile profiles,
            MemberStore members,
            Database database,
            CairnClock clock,
            Caller caller) {
        this.profiles = profiles;
        this.members = members;
        this.database = database;
        this.clock = clock;
        this.caller = caller;
    }

    @PUT
    @Path("/members/{id}")
    @RolesAllowed({Roles.POS, Roles.SUPPORT})
    @Operation(summary = "Enrol a member (201) or change the profile (200)")
    public Response put(@PathParam("id") String id, @NotNull @Valid ProfileRequest request) {
        if (!MemberId.valid(id)) {
            throw Problem.of(
                    KitProblem.INVALID_REQUEST,
                    "A member's id has the form " + MemberId.FORM + ".");
        }
        return keep(id, request);
    }

    @PUT
    @Path("/me/profile")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "Change one's own profile")
    public Response putOwn(@NotNull ProfileRequest.Own request) {
        return keep(ownId(), request.asRequest());
    }

    @GET
    @Path("/members/{id}")
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "A member's profile")
    public ProfileView get(@PathParam("id") String id) {
        return view(MemberId.fromPath(id));
    }

    @GET
    @Path("/me/profile")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "One's own profile")
    public ProfileView getOwn() {
        return view(ownId());
    }

    private Response keep(String id, ProfileRequest request) {
        return switch (profiles.keep(id, request)) {
            case Enrolled enrolled ->
                    Response.status(Response.Status.CREATED)
                            .entity(ProfileView.of(id, enrolled.profile()))
                            .build();
            case Kept kept -> Response.ok(ProfileView.of(id, kept.profile())).build();
            case NotValid not ->
                    throw Problem.of(KitProblem.INVALID_REQUEST, "See errors for each field.")
                            .with("errors", not.errors());
        };
    }

    private ProfileView view(String id) {
        return database.read(tx -> members.find(tx, id, clock.instant(), 0))
                .flatMap(Member::profile)
                .map(profile -> ProfileView.of(id, profile))
                .orElseThrow(
                        () -> Problem.of(KitProblem.NOT_FOUND, "This member is not enrolled."));
    }

    private String ownId() {
        return MemberId.fromPath(caller.memberId());
    }
}
