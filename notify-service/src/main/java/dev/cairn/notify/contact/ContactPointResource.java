package dev.cairn.notify.contact;

import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.notify.contact.MyContactPointResource.ContactPointView;
import dev.cairn.notify.contact.MyContactPointResource.NewAddress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Contact points that a shop or support enters for a member; the answer shows them masked. */
@Path("/v1/members/{member}/contact-points")
@RolesAllowed({Roles.POS, Roles.SUPPORT})
@RunOnVirtualThread
public class ContactPointResource {
    private final SetContactPoint setContactPoint;

    public ContactPointResource(SetContactPoint setContactPoint) {
        this.setContactPoint = setContactPoint;
    }

    @PUT
    @Path("/{channel}")
    public ContactPointView set(
            @PathParam("member") String member,
            @PathParam("channel") String channel,
            @NotNull @Valid NewAddress body) {
        var address =
                setContactPoint.set(
                        MemberId.fromPath(member),
                        MyContactPointResource.channel(channel),
                        body.address());
        return new ContactPointView(address.channel().text(), address.masked());
    }
}
