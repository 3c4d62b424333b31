package dev.cairn.notify.consent;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What a member said to a shop or to support. */
@Path("/v1/members/{member}/consents")
@RolesAllowed({Roles.POS, Roles.SUPPORT})
@RunOnVirtualThread
public class ConsentResource {
    private final Caller caller;
    private final Database database;
    private final NoteConsent noteConsent;

    public ConsentResource(Caller caller, Database database, NoteConsent noteConsent) {
        this.caller = caller;
        this.database = database;
        this.noteConsent = noteConsent;
    }

    @PUT
    @Path("/{purpose}/{channel}")
    public ConsentView say(
            @PathParam("member") String member,
            @PathParam("purpose") String purpose,
            @PathParam("channel") String channel,
            @NotNull @Valid NewAnswer body) {
        var memberId = MemberId.fromPath(member);
        var topic = MyConsentResource.topic(purpose, channel);
        var origin = body.originOr("staff");
        return database.inTransaction(
                tx ->
                        ConsentView.of(
                                noteConsent.note(
                                        tx, memberId, topic, body.granted(), origin, caller.id())));
    }
}
