package dev.cairn.notify.consent;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.Problem;
import dev.cairn.notify.NotifyProblem;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.consent.Consents.Topic;
import dev.cairn.notify.contact.ContactStore;
import dev.cairn.notify.purpose.Purpose;
import dev.cairn.notify.suppression.SuppressionStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** What a member says about its own messages. */
@Path("/v1/me/consents")
@RolesAllowed(Roles.MEMBER)
@RunOnVirtualThread
public class MyConsentResource {
    private final Caller caller;
    private final Database database;
    private final ConsentStore consents;
    private final NoteConsent noteConsent;
    private final ContactStore contacts;
    private final SuppressionStore suppressions;

    public MyConsentResource(
            Caller caller,
            Database database,
            ConsentStore consents,
            NoteConsent noteConsent,
            ContactStore contacts,
            SuppressionStore suppressions) {
        this.caller = caller;
        this.database = database;
        this.consents = consents;
        this.noteConsent = noteConsent;
        this.contacts = contacts;
        this.suppressions = suppressions;
    }

    @GET
    public List<ConsentView> all() {
        var memberId = caller.memberId();
        return database.read(tx -> consents.current(tx, memberId)).stream()
                .map(ConsentView::of)
                .toList();
    }

    @PUT
    @Path("/{purpose}/{channel}")
    public ConsentView say(
            @PathParam("purpose") String purpose,
            @PathParam("channel") String channel,
            @NotNull @Valid NewAnswer body) {
        var memberId = caller.memberId();
        var topic = topic(purpose, channel);
        return database.inTransaction(
                tx -> {
                    var origin = body.originOr("app");
                    var answer =
                            noteConsent.note(
                                    tx, memberId, topic, body.granted(), origin, caller.id());
                    if (answer.granted()) {
                        liftUnsubscribed(tx, memberId, topic);
                    }
                    return ConsentView.of(answer);
                });
    }

    /** Only the member's own word takes an earlier unsubscribe back, never a shop's. */
    private void liftUnsubscribed(Tx tx, String memberId, Topic topic) {
        contacts.of(tx, List.of(memberId)).stream()
                .filter(point -> point.channel() == topic.channel())
                .forEach(point -> suppressions.liftUnsubscribed(tx, point.hash(), topic.purpose()));
    }

    static Topic topic(String purpose, String channel) {
        return new Topic(
                Purpose.named(purpose)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                NotifyProblem.PURPOSE_UNKNOWN,
                                                "Purposes are loyalty and marketing.")),
                Channel.named(channel)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                NotifyProblem.CHANNEL_UNKNOWN,
                                                "Channels are email, sms, push and inbox.")));
    }
}
