package dev.cairn.ledger.autoredeem;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1")
@Tag(name = "Redemptions")
@RunOnVirtualThread
public class AutoRedeemResource {
    private final StandingOrderDesk desk;
    private final Caller caller;

    public AutoRedeemResource(StandingOrderDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Path("/me/auto-redeem")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "What is redeemed for me by itself, and what stands in its way")
    public StandingOrderView mine() {
        return desk.show(caller.memberId());
    }

    @PUT
    @Path("/me/auto-redeem")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "Redeems a reward by itself from now on, also after a pause")
    public StandingOrderView put(@NotNull @Valid StandingOrderRequest request) {
        return desk.put(caller.memberId(), request);
    }

    @DELETE
    @Path("/me/auto-redeem")
    @RolesAllowed(Roles.MEMBER)
    @Operation(summary = "Redeems nothing by itself any more; repeating it changes nothing")
    public StandingOrderView remove() {
        return desk.remove(caller.memberId());
    }

    @GET
    @Path("/members/{id}/auto-redeem")
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "What is redeemed for a member by itself")
    public StandingOrderView ofMember(@RestPath String id) {
        return desk.show(MemberId.fromPath(id));
    }
}
