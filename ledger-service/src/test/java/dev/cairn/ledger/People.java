package dev.cairn.ledger;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.member.TellOfMembers;
import dev.cairn.ledger.member.TellOfMembers.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/** Tells the ledger what becomes of members, and comes back when all of it has heard. */
@ApplicationScoped
public class People {
    private final Database database;
    private final TellOfMembers tellOfMembers;
    private final CairnClock clock;

    public People(Database database, TellOfMembers tellOfMembers, CairnClock clock) {
        this.database = database;
        this.tellOfMembers = tellOfMembers;
        this.clock = clock;
    }

    /** Tells of all of these in one transaction, as one poll does. */
    public void tell(MemberEvent... events) {
        var news = Arrays.stream(events).map(event -> new Told(event, Cause.none())).toList();
        database.transact(tx -> tellOfMembers.tell(tx, news));
    }

    public void erase(String member) {
        tell(new MemberErased(member, clock.instant()));
    }

    public void merge(String from, String into) {
        tell(new MemberMerged(from, into, clock.instant()));
    }

    /** Notes how a member stands without any account of it, as an older ledger left it. */
    public void note(String member, String column) {
        var reason = column.equals("frozen") ? ", frozen_reason" : "";
        database.transact(
                tx ->
                        tx.update(
                                "INSERT INTO member_standing (member_id, %s_at%s) VALUES (?, ?%s)"
                                        .formatted(
                                                column,
                                                reason,
                                                reason.isEmpty() ? "" : ", 'fraud'"),
                                member,
                                clock.instant()));
    }
}
