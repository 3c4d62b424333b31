package dev.cairn.ledger.quote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.hold.HoldRequest;
import dev.cairn.ledger.hold.HoldView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/quotes/{id}/hold")
@Tag(name = "Quotes")
@RunOnVirtualThread
public class HoldQuoteResource {
    private final HoldQuoted holdQuoted;
    private final Caller caller;

    public HoldQuoteResource(HoldQuoted holdQuoted, Caller caller) {
        this.holdQuoted = holdQuoted;
        this.caller = caller;
    }

    /**
     * A shop's till wants the points of a quote.
     *
     * @param reference what the shop calls the purchase, without personal data
     */
    public record HoldQuote(@NotNull @Pattern(regexp = HoldRequest.REFERENCE) String reference) {}

    @POST
    @RolesAllowed(Roles.POS)
    @Operation(
            summary =
                    "Reserves what a member's quote promised, the reward as well as its points;"
                            + " capture or void it as any hold")
    @APIResponse(
            responseCode = "201",
            description = "Reserved; 200 when this is the answer to an earlier, equal request",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public RestResponse<JsonNode> hold(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @RestPath String id,
            @NotNull @Valid HoldQuote wish) {
        var shop = new HoldQuoted.Shop(caller.id(), caller.clientId(), IdempotencyKey.of(key));
        return Reply.of(holdQuoted.answer(shop, quote(id), wish.reference()));
    }

    private static UUID quote(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw HoldQuoted.notFound();
        }
    }
}
