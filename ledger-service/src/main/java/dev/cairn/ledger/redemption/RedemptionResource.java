package dev.cairn.ledger.redemption;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/me/redemptions")
@Tag(name = "Redemptions")
@RunOnVirtualThread
public class RedemptionResource {
    private final RedemptionDesk desk;
    private final ShowRedemptions show;
    private final Caller caller;

    public RedemptionResource(RedemptionDesk desk, ShowRedemptions show, Caller caller) {
        this.desk = desk;
        this.show = show;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "Spends my points on a reward, once for each Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Redeemed; 200 when this is the answer to an earlier, equal request",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    public RestResponse<JsonNode> redeem(
            @RestHeader(IdempotencyKey.HEADER) String key, @NotNull @Valid RedemptionRequest wish) {
        return Reply.of(desk.answer(caller.id(), caller.memberId(), IdempotencyKey.of(key), wish));
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "What I took or have reserved, newest first")
    public Page<RedemptionView> list(@RestQuery String cursor, @RestQuery Integer limit) {
        return show.all(caller.memberId(), cursor, Limit.of(limit));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "One thing that I took or have reserved")
    public RedemptionView one(@RestPath String id) {
        return uuid(id).flatMap(known -> show.one(caller.memberId(), known))
                .orElseThrow(RedemptionResource::notFound);
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Problem notFound() {
        return Problem.of(KitProblem.NOT_FOUND, "There is no such redemption.");
    }
}
