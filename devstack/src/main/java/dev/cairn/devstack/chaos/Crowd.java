package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.oracle.Account;
import dev.cairn.devstack.chaos.oracle.Wish;
import dev.cairn.devstack.chaos.oracle.Wish.What;
import dev.cairn.devstack.client.Answer;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What members, shops and staff wish for, and what became of it. */
final class Crowd {

    private static final Set<What> REFUSALS =
            EnumSet.of(What.INSUFFICIENT, What.TOO_LATE, What.TOO_LONG);

    /** The last one was bought, or the clock stepped on between a partner's quote and its hold. */
    private static final Set<String> HARMLESS = Set.of("reward-sold-out", "quote-expired");

    /** Of each of these at least one must be granted; a decision is one of the second person. */
    private static final List<String> KINDS =
            List.of(
                    "redeemed",
                    "cancelled",
                    "held",
                    "extended",
                    "captured",
                    "voided",
                    "transferred",
                    "converted",
                    "asked",
                    "given",
                    "taken",
                    "rejected",
                    "partner-held",
                    "partner-captured",
                    "partner-voided",
                    "partner-refunded");

    private final Errands errands;
    private final Partner partner;
    private final Complaints complaints;
    private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
    private final Queue<Command> toCancel = new ConcurrentLinkedQueue<>();
    private final Queue<Command> toSettle = new ConcurrentLinkedQueue<>();
    private final Queue<Command> toRefund = new ConcurrentLinkedQueue<>();
    private final Queue<Command> toDecide = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> taken = new ConcurrentHashMap<>();
    private final Map<String, Long> granted = new ConcurrentHashMap<>();

    Crowd(Desks desks, History history, Complaints complaints) {
        this.complaints = complaints;
        this.partner = new Partner(desks, history, complaints);
        this.errands = new Errands(desks, history, complaints, this::settled);
    }

    Errands errands() {
        return errands;
    }

    /**
     * A member wants a reward.
     *
     * @param atOnce how often the same request is sent side by side, here and below
     */
    void redeem(String member, Reward reward, int atOnce) {
        errands.send(
                Command.wish(What.REDEEMED, Account.of(member), reward.price())
                        .forReward(reward.id()),
                atOnce);
    }

    /** Somebody cancels a redemption, each of them once. */
    void cancelOne(int atOnce) {
        Command redeemed = toCancel.poll();
        if (redeemed != null) {
            errands.send(redeemed.then(What.CANCELLED, redeemed.points()), atOnce);
        }
    }

    /** A shop reserves points. */
    void hold(String member, long points, Duration lasting, int atOnce) {
        errands.send(Command.wish(What.HELD, Account.of(member), points).lasting(lasting), atOnce);
    }

    /** A member pays a partner with points, if code and quote are got without a hitch. */
    void pay(String member, long points, Duration lasting, int atOnce) {
        partner.quote(member, points)
                .ifPresent(
                        quote ->
                                errands.send(
                                        Command.wish(What.HELD, Account.of(member), points)
                                                .lasting(lasting)
                                                .ofPartner(quote),
                                        atOnce));
    }

    /** A partner gives some of a captured purchase back, of each of them once. */
    void refundOne(double share, int atOnce) {
        Command captured = toRefund.poll();
        if (captured != null) {
            long points = Math.max(1, Math.round(share * captured.points()));
            errands.send(captured.then(What.REFUNDED, points), atOnce);
        }
    }

    /** A shop wants a hold to last longer; until it knows, it does nothing else with it. */
    void extendOne(Duration lasting, int atOnce) {
        Command held = toSettle.poll();
        if (held != null && held.isPartners()) {
            toSettle.add(held);
        } else if (held != null) {
            errands.send(held.then(What.EXTENDED, held.points()).lasting(lasting), atOnce);
        }
    }

    /**
     * A shop or partner ends a hold, each of them once, if it is not too late.
     *
     * @param share how much of it is taken; nothing means that it is called off
     */
    void settleOne(double share, int atOnce) {
        Command held = toSettle.poll();
        if (held != null) {
            long points = Math.round(share * held.points());
            errands.send(held.then(points == 0 ? What.VOIDED : What.CAPTURED, points), atOnce);
        }
    }

    /** A member gives points to another one. */
    void give(String from, String to, long points, int atOnce) {
        errands.send(
                Command.wish(What.TRANSFERRED, Account.of(from), points).to(Account.of(to)),
                atOnce);
    }

    /** A member changes points into another currency. */
    void convert(Account from, String into, long points, int atOnce) {
        errands.send(
                Command.wish(What.CONVERTED, from, points).to(new Account(from.member(), into)),
                atOnce);
    }

    /**
     * Support gives or takes points by hand, which may need a second person.
     *
     * @param points negative to take
     */
    void adjust(String member, long points, int atOnce) {
        errands.send(Command.wish(What.ASKED, Account.of(member), points), atOnce);
    }

    /** A second person decides; nothing but the adjustment itself makes that happen once. */
    void decideOne(boolean agrees) {
        Command asked = toDecide.poll();
        if (asked != null) {
            What done = asked.points() > 0 ? What.GIVEN : What.TAKEN;
            errands.send(asked.then(agrees ? done : What.REJECTED, asked.points()), 1);
        }
    }

    /** Somebody uses a key again for something else, which must be refused. */
    void reuseKey(Reward other) {
        Command known = toCancel.peek();
        if (known != null && !known.reward().equals(other.id())) {
            errands.misuse(
                    Command.wish(What.REDEEMED, known.account(), other.price())
                            .forReward(other.id())
                            .sent(0, known.key()));
        }
    }

    Collection<Wish> wishes() {
        return wishes;
    }

    /** How often each reward was granted and not given back. */
    Map<String, Long> takenByReward() {
        return taken;
    }

    /** How many commands of each kind were granted. */
    Map<String, Long> granted() {
        return granted;
    }

    /** Kinds of commands of which none was granted, so that the run says nothing about them. */
    List<String> neverGranted() {
        return KINDS.stream().filter(kind -> !granted.containsKey(kind)).toList();
    }

    private void settled(Command command, Answer answer) {
        Meaning.of(command, answer)
                .ifPresentOrElse(
                        wish -> keep(command, wish),
                        () -> {
                            if (!HARMLESS.contains(answer.problem())) {
                                complaints.add("refused for no reason that can be: " + answer);
                            }
                        });
    }

    private void keep(Command command, Wish wish) {
        wishes.add(wish);
        if (!REFUSALS.contains(wish.what())) {
            granted.merge(command.label(), 1L, Long::sum);
        }
        Command made = command.about(wish.about());
        switch (wish.what()) {
            case REDEEMED -> {
                taken.merge(command.reward(), 1L, Long::sum);
                toCancel.add(made);
            }
            case CANCELLED -> taken.merge(command.reward(), -1L, Long::sum);
            case HELD, EXTENDED, TOO_LONG -> toSettle.add(made);
            case ASKED -> toDecide.add(made);
            case CAPTURED -> {
                if (made.isPartners()) {
                    toRefund.add(made);
                }
            }
            case VOIDED,
                    REFUNDED,
                    TRANSFERRED,
                    CONVERTED,
                    GIVEN,
                    TAKEN,
                    REJECTED,
                    INSUFFICIENT,
                    TOO_LATE -> {
                // nothing follows
            }
        }
    }
}
