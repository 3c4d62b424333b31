package dev.cairn.ledger.member;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.MemberAccountStore;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;

/** Tells whoever wants to know, with all accounts locked that the news concerns. */
@ApplicationScoped
public class TellOfMembers {
    private final List<MemberNews> interested;
    private final MemberAccountStore memberAccounts;
    private final Accounts accounts;
    private final CairnClock clock;

    TellOfMembers(
            @All List<MemberNews> interested,
            MemberAccountStore memberAccounts,
            Accounts accounts,
            CairnClock clock) {
        this.interested = interested;
        this.memberAccounts = memberAccounts;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Something that happened to a member, and why it is told. */
    public record Told(MemberEvent event, Cause cause) {}

    /** Tells of events in their order. */
    public void tell(Tx tx, List<Told> news) {
        lock(tx, news);
        for (var told : news) {
            interested.forEach(one -> one.on(tx, told.event(), told.cause()));
        }
    }

    private void lock(Tx tx, List<Told> news) {
        var members = new TreeSet<String>();
        for (var told : news) {
            interested.forEach(one -> members.addAll(one.touches(tx, told.event())));
        }
        if (!members.isEmpty()) {
            var ids = memberAccounts.of(tx, members);
            accounts.open(tx, ids, () -> Needs.NOTHING, clock.instant());
        }
    }
}
