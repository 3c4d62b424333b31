package dev.cairn.ledger.freeze;

import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/members/{id}/freeze")
@Tag(name = "Members")
@RunOnVirtualThread
public class FreezeResource {
    private final FreezeMember freezeMember;

    public FreezeResource(FreezeMember freezeMember) {
        this.freezeMember = freezeMember;
    }

    @PUT
    @RolesAllowed(Roles.SUPPORT)
    @Operation(summary = "Lets nothing out of a member's accounts; repeating it changes nothing")
    public FreezeView freeze(@RestPath String id, @NotNull @Valid FreezeRequest why) {
        return freezeMember.freeze(MemberId.fromPath(id), why.reason());
    }

    @DELETE
    @RolesAllowed(Roles.SUPPORT)
    @Operation(summary = "Lifts the freeze; repeating it changes nothing")
    public FreezeView lift(@RestPath String id) {
        return freezeMember.lift(MemberId.fromPath(id));
    }
}
