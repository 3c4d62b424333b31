package dev.cairn.notify.contact;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.problem.Problem;
import dev.cairn.notify.NotifyProblem;
import dev.cairn.notify.channel.Channel;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** A member's own contact points, in plain. */
@Path("/v1/me/contact-points")
@RolesAllowed(Roles.MEMBER)
@RunOnVirtualThread
public class MyContactPointResource {
    private final Caller caller;
    private final Database database;
    private final ContactStore contacts;
    private final SetContactPoint setContactPoint;

    public MyContactPointResource(
            Caller caller,
            Database database,
            ContactStore contacts,
            SetContactPoint setContactPoint) {
        this.caller = caller;
        this.database = database;
        this.contacts = contacts;
        this.setContactPoint = setContactPoint;
    }

    /** What is sent to set a contact point. */
    public record NewAddress(@NotNull @Size(max = 600) String address) {}

    /** A contact point in an answer. */
    public record ContactPointView(String channel, String address) {}

    @GET
    public List<ContactPointView> all() {
        return mine();
    }

    @GET
    @Path("/{channel}")
    public ContactPointView one(@PathParam("channel") String channel) {
        var wanted = channel(channel).text();
        return mine().stream()
                .filter(point -> point.channel().equals(wanted))
                .findFirst()
                .orElseThrow(() -> none(wanted));
    }

    @PUT
    @Path("/{channel}")
    public ContactPointView set(
            @PathParam("channel") String channel, @NotNull @Valid NewAddress body) {
        var address = setContactPoint.set(caller.memberId(), channel(channel), body.address());
        return new ContactPointView(address.channel().text(), address.value());
    }

    @DELETE
    @Path("/{channel}")
    public void remove(@PathParam("channel") String channel) {
        var wanted = channel(channel);
        var memberId = caller.memberId();
        if (!database.inTransaction(tx -> contacts.remove(tx, memberId, wanted))) {
            throw none(wanted.text());
        }
    }

    private List<ContactPointView> mine() {
        var memberId = List.of(caller.memberId());
        return database.read(tx -> contacts.of(tx, memberId)).stream()
                .map(contacts::open)
                .map(a -> new ContactPointView(a.channel().text(), a.value()))
                .toList();
    }

    static Channel channel(String text) {
        return Channel.named(text)
                .filter(Channel::hasAddress)
                .orElseThrow(
                        () ->
                                Problem.of(
                                        NotifyProblem.CHANNEL_UNKNOWN,
                                        "Contact points are email, sms and push."));
    }

    private static Problem none(String channel) {
        return Problem.of(
                NotifyProblem.CONTACT_POINT_UNKNOWN, "There is no " + channel + " contact point.");
    }
}
