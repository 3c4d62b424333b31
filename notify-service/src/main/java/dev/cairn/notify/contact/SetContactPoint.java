package dev.cairn.notify.contact;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.problem.Problem;
import dev.cairn.notify.NotifyProblem;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.member.MemberStore;
import dev.cairn.notify.member.ReachChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Notes where a member can be reached. */
@ApplicationScoped
public class SetContactPoint {
    private final Database database;
    private final MemberStore members;
    private final ContactStore contacts;
    private final CairnClock clock;
    private final Event<ReachChanged> reachChanged;

    public SetContactPoint(
            Database database,
            MemberStore members,
            ContactStore contacts,
            CairnClock clock,
            Event<ReachChanged> reachChanged) {
        this.database = database;
        this.members = members;
        this.contacts = contacts;
        this.clock = clock;
        this.reachChanged = reachChanged;
    }

    /**
     * Replaces the member's address on a channel.
     *
     * @throws Problem if no address of the channel looks like this
     */
    public Address set(String memberId, Channel channel, String text) {
        var address =
                Address.of(channel, text)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                        NotifyProblem.ADDRESS_INVALID,
                                                        "address is not a valid "
                                                                + channel.text()
                                                                + " address.")
                                                .with("field", "address"));
        database.transact(
                tx -> {
                    members.lock(tx, memberId);
                    contacts.save(tx, memberId, address, clock.instant());
                    reachChanged.fire(new ReachChanged(tx, memberId));
                });
        return address;
    }
}
