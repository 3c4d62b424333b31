package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.awaiting;
import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;

import dev.cairn.contracts.RewardEvent.AwardSet;

/** What may happen to an account. */
sealed interface Step {
    record Set(int award, long points, int waits, int lasts) implements Step {}

    record Spend(long points) implements Step {}

    record Cancel(int which) implements Step {}

    record Pass(int days) implements Step {}

    record Hold(long points) implements Step {}

    record Release(int which) implements Step {}

    record Activate(int award) implements Step {}

    record CancelAward(int award) implements Step {}

    record Reinstate(long points, int lasts) implements Step {}

    record Gift(int award, long points, int lasts) implements Step {}

    record Borrow(long points) implements Step {}

    record Adjust(long points) implements Step {}

    record Convert(boolean out, long points) implements Step {}

    /** The revision of an award that such a step publishes. */
    static AwardSet revisionOf(Set set, long revision) {
        var activeFrom = set.waits() == 0 ? null : day(set.waits());
        var expiresAt = set.lasts() == 0 ? null : day(set.waits() + set.lasts());
        return set.waits() == 15
                ? awaiting("a" + set.award(), revision, set.points(), "delivery", null, expiresAt)
                : award("a" + set.award(), revision, set.points(), activeFrom, expiresAt);
    }
}
