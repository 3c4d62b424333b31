package dev.cairn.ledger.hold;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Taken;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.hold.Hold.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Extends, captures, voids and refunds holds, each within the caller's transaction. Empty answers
 * mean that whoever asks has placed no such hold.
 */
@ApplicationScoped
public class ChangeHold {
    private final Accounts accounts;
    private final HoldStore store;
    private final ReservedRewards rewards;
    private final Currencies currencies;
    private final CairnClock clock;

    ChangeHold(
            Accounts accounts,
            HoldStore store,
            ReservedRewards rewards,
            Currencies currencies,
            CairnClock clock) {
        this.accounts = accounts;
        this.store = store;
        this.rewards = rewards;
        this.currencies = currencies;
        this.clock = clock;
    }

    /** A hold whose account is locked and brought to this instant; it has lapsed if it had to. */
    private record Opened(
            Hold hold, Account account, Currency currency, Taken taken, Instant now) {}

    /** What is to be done with it. */
    private interface Change {
        HoldOutcome apply(Opened opened);
    }

    /** Lets it last so long from now on; what lasts longer anyway stays as it is. */
    public Optional<HoldOutcome> extend(Tx tx, UUID id, String placedBy, Duration lapseAfter) {
        return change(tx, id, placedBy, LotUse.Kind.HELD, opened -> extend(opened, lapseAfter));
    }

    /**
     * Takes points for good.
     *
     * @param points how many; asked when nobody else can change the hold
     * @param keepRest whether what is left stays reserved for further captures
     */
    public Optional<HoldOutcome> capture(
            Tx tx, UUID id, String placedBy, ToLongFunction<Hold> points, boolean keepRest) {
        return change(
                tx,
                id,
                placedBy,
                LotUse.Kind.HELD,
                opened -> capture(opened, points.applyAsLong(opened.hold()), keepRest));
    }

    /** Calls it off: what is still reserved is the member's own again. */
    public Optional<HoldOutcome> release(Tx tx, UUID id, String placedBy) {
        return change(tx, id, placedBy, LotUse.Kind.HELD, ChangeHold::release);
    }

    /**
     * Gives captured points back, to the same lots at the age they have.
     *
     * @param why what members read
     * @param points how many; asked when nobody else can change the hold
     */
    public Optional<HoldOutcome> refund(
            Tx tx, UUID id, String placedBy, RefundReason why, ToLongFunction<Hold> points) {
        return change(
                tx,
                id,
                placedBy,
                LotUse.Kind.REDEEMED,
                opened -> refund(opened, why, points.applyAsLong(opened.hold())));
    }

    private static HoldOutcome extend(Opened o, Duration lapseAfter) {
        var tooLong = lapseAfter.compareTo(o.currency().holds().longest()) > 0;
        var asked = tooLong ? Instant.MAX : o.now().plus(lapseAfter);
        return unless(
                HoldChecks.extending(o.account(), o.currency(), o.hold(), asked),
                () -> o.hold().lastingUntil(asked),
                0);
    }

    private static HoldOutcome capture(Opened o, long points, boolean keepRest) {
        return unless(
                HoldChecks.capturing(o.hold(), points, keepRest),
                () ->
                        HoldAlgebra.capture(
                                o.account(),
                                o.currency(),
                                o.hold(),
                                o.taken().uses(),
                                points,
                                keepRest,
                                o.now()),
                points);
    }

    private static HoldOutcome release(Opened o) {
        return unless(
                HoldChecks.open(o.hold()),
                () ->
                        HoldAlgebra.release(
                                o.account(),
                                o.currency(),
                                o.hold(),
                                o.taken().uses(),
                                Status.VOIDED,
                                o.now(),
                                o.now()),
                o.hold().held());
    }

    private static HoldOutcome refund(Opened o, RefundReason why, long points) {
        return unless(
                HoldChecks.refunding(o.account(), o.hold(), points),
                () ->
                        HoldAlgebra.refund(
                                o.account(),
                                o.currency(),
                                o.hold(),
                                o.taken(),
                                points,
                                why,
                                o.now()),
                points);
    }

    private static HoldOutcome unless(
            Optional<HoldOutcome.Refused> refused, Supplier<Hold> done, long points) {
        return refused.isPresent() ? refused.get() : new HoldOutcome.Done(done.get(), points);
    }

    /** The hold as it is now, also when nobody has noticed yet that it is over. */
    public Optional<Hold> find(Tx tx, UUID id, String placedBy) {
        return store.find(tx, id)
                .filter(hold -> hold.placedBy().equals(placedBy))
                .map(hold -> hold.asOf(clock.instant()));
    }

    private Optional<HoldOutcome> change(
            Tx tx, UUID id, String placedBy, LotUse.Kind kind, Change change) {
        return find(tx, id, placedBy).map(hold -> change(tx, hold, kind, change));
    }

    private HoldOutcome change(Tx tx, Hold found, LotUse.Kind kind, Change change) {
        var now = clock.instant();
        var id = found.account();
        var ids = List.of(found.id());
        var accountsById =
                accounts.open(tx, new TreeSet<>(List.of(id)), () -> needs(tx, id, ids), now);
        var opened =
                new Opened(
                        store.find(tx, found.id()).orElseThrow(),
                        accountsById.get(id),
                        currencies.rulesOf(id.currency()),
                        taken(tx, found, accountsById.get(id), kind),
                        now);
        var outcome = change.apply(opened);
        if (outcome instanceof HoldOutcome.Done done) {
            store.save(tx, done.hold());
        }
        accounts.save(tx, accountsById.values(), posting -> Cause.none(), now);
        if (outcome instanceof HoldOutcome.Done done && done.hold().reward() != null) {
            follow(tx, done.hold());
        }
        return outcome;
    }

    /** What is reserved with the points goes the way of the hold; what lapsed has gone it. */
    private void follow(Tx tx, Hold hold) {
        switch (hold.status()) {
            case HELD, LAPSED -> {}
            case CAPTURED -> rewards.handOver(tx, hold, HoldAlgebra.captureAfter(hold, 0).id());
            case VOIDED -> rewards.giveUp(tx, hold);
        }
    }

    /** What the hold reserves, or what captures took. */
    private Taken taken(Tx tx, Hold hold, Account account, LotUse.Kind kind) {
        var uses = store.uses(tx, List.of(hold.id()), kind).getOrDefault(hold.id(), List.of());
        return kind == LotUse.Kind.HELD
                ? Taken.reserved(uses)
                : new Taken(uses, accounts.usedSince(tx, account, hold.id()));
    }

    private Needs needs(Tx tx, AccountId id, List<UUID> ids) {
        var reserved = store.uses(tx, ids, LotUse.Kind.HELD);
        var taken = store.uses(tx, ids, LotUse.Kind.REDEEMED);
        var lots =
                Stream.of(reserved, taken)
                        .map(Map::values)
                        .flatMap(Collection::stream)
                        .flatMap(List::stream)
                        .map(LotUse::lotId)
                        .distinct()
                        .toList();
        return Needs.lotsOf(id, lots);
    }
}
