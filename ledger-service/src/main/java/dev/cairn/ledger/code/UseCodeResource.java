package dev.cairn.ledger.code;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/codes/use")
@Tag(name = "Codes")
@RunOnVirtualThread
public class UseCodeResource {
    private final UseCode useCode;
    private final Caller caller;

    public UseCodeResource(UseCode useCode, Caller caller) {
        this.useCode = useCode;
        this.caller = caller;
    }

    /**
     * What a member showed at a till.
     *
     * @param code as it was handed out
     */
    public record ShownCode(@NotNull @Pattern(regexp = CodeUpload.FORM) String code) {}

    @POST
    @RolesAllowed({Roles.POS, Roles.PARTNER})
    @Operation(summary = "Takes a member's code; its redemption cannot be cancelled any more")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = UseCode.Used.class)))
    public RestResponse<JsonNode> use(
            @RestHeader(IdempotencyKey.HEADER) String key, @NotNull @Valid ShownCode shown) {
        var usable = IdempotencyKey.of(key);
        return Reply.of(useCode.answer(caller.id(), caller.clientId(), usable, shown.code()));
    }
}
