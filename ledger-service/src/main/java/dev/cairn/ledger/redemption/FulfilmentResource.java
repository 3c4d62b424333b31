package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.redemption.RedemptionResource.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.IdempotencyKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/redemptions/{id}")
@Tag(name = "Redemptions")
@RunOnVirtualThread
public class FulfilmentResource {
    private final ShowRedemptions show;
    private final TakeStep takeStep;
    private final RefundDesk refunds;
    private final CancelRedemption cancelRedemption;
    private final Caller caller;

    public FulfilmentResource(
            ShowRedemptions show,
            TakeStep takeStep,
            RefundDesk refunds,
            CancelRedemption cancelRedemption,
            Caller caller) {
        this.show = show;
        this.takeStep = takeStep;
        this.refunds = refunds;
        this.cancelRedemption = cancelRedemption;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.POS, Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "A redemption and how far it got, without its code")
    public RedemptionView one(@RestPath String id) {
        return uuid(id).flatMap(show::toStaff).orElseThrow(RedemptionResource::notFound);
    }

    @POST
    @Path("/steps")
    @RolesAllowed({Roles.POS, Roles.SUPPORT})
    @Operation(summary = "Goods were shipped or delivered; repeating it changes nothing")
    public Redemption step(@RestPath String id, @NotNull @Valid StepRequest step) {
        return uuid(id).flatMap(
                        known -> takeStep.take(known, step.to().status(), caller.clientId()))
                .orElseThrow(RedemptionResource::notFound);
    }

    @POST
    @Path("/refunds")
    @RolesAllowed({Roles.POS, Roles.SUPPORT})
    @Operation(summary = "Gives a part of a payment back, at the age that its points have")
    @APIResponse(
            responseCode = "201",
            description = "Refunded; 200 when this is the answer to an earlier, equal request",
            content = @Content(schema = @Schema(implementation = RefundReceipt.class)))
    public RestResponse<JsonNode> refund(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @RestPath String id,
            @NotNull @Valid RefundRequest request) {
        var who = new RefundDesk.Caller(caller.id(), caller.clientId(), IdempotencyKey.of(key));
        return RedemptionResource.response(
                uuid(id).map(known -> refunds.answer(who, known, request))
                        .orElseThrow(RedemptionResource::notFound));
    }

    @POST
    @Path("/cancel")
    @RolesAllowed(Roles.SUPPORT)
    @Operation(
            summary = "Gives the points back, at the age they have; repeating it changes nothing")
    public Receipt cancel(@RestPath String id) {
        return uuid(id).flatMap(known -> cancelRedemption.cancel(known, caller.clientId()))
                .orElseThrow(RedemptionResource::notFound);
    }
}
