package dev.cairn.ledger.account;

import dev.cairn.contracts.RewardEvent.AwardCategory;

/**
 * An account in numbers: what is where now, what ever happened, and how many postings it took.
 * Always equal to the fold of the account's journal.
 *
 * @param arrears what the member owes, not negative
 * @param spent redeemed and not cancelled
 * @param expired ran out and was not taken back
 * @param adjusted came by hand or by import, less what was taken by hand
 * @param transferred came from other members, less what went to them
 * @param converted came from other currencies, less what became theirs
 * @param writtenOff what claw-backs did not get and nobody owes
 * @param version number of postings so far
 */
public record Balance(
        long active,
        long pending,
        long held,
        long arrears,
        long spent,
        long expired,
        long earnedBase,
        long earnedBonus,
        long clawedBase,
        long clawedBonus,
        long adjusted,
        long transferred,
        long converted,
        long writtenOff,
        long version) {

    public static final Balance EMPTY = new Balance(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Balance {
        if (active < 0 || pending < 0 || held < 0 || arrears < 0) {
            throw new IllegalStateException(
                    "negative balance: active %d, pending %d, held %d, arrears %d"
                            .formatted(active, pending, held, arrears));
        }
    }

    /** What members see: negative while they owe points. */
    public long visible() {
        return active - arrears;
    }

    /** All that was ever earned, before anything was taken back. */
    public long lifetimeEarned() {
        return earnedBase + earnedBonus;
    }

    /** All that was ever taken back. */
    public long reversed() {
        return clawedBase + clawedBonus;
    }

    Balance after(Movement movement, Subject subject) {
        var issued = -movement.net(Pot.ISSUED);
        var reversed = movement.net(Pot.REVERSED);
        var base = subject instanceof Subject.Award a && a.category() == AwardCategory.BASE;
        return new Balance(
                Math.addExact(active, movement.net(Pot.ACTIVE)),
                Math.addExact(pending, movement.net(Pot.PENDING)),
                Math.addExact(held, movement.net(Pot.HELD)),
                Math.subtractExact(arrears, movement.net(Pot.ARREARS)),
                spent + movement.net(Pot.REDEEMED),
                expired + movement.net(Pot.EXPIRED),
                earnedBase + (base ? issued : 0),
                earnedBonus + (base ? 0 : issued),
                clawedBase + (base ? reversed : 0),
                clawedBonus + (base ? 0 : reversed),
                adjusted - movement.net(Pot.ADJUSTED),
                transferred - movement.net(Pot.TRANSFERRED),
                converted - movement.net(Pot.CONVERTED),
                writtenOff - movement.net(Pot.WRITTEN_OFF),
                version + 1);
    }
}
