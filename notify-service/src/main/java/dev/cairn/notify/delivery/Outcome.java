package dev.cairn.notify.delivery;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.decision.Reason;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What became of a message on one channel, and what can be the reason for it. */
enum Outcome {
    /** The channel has it. */
    SENT,
    /** It waits; it is decided again. */
    DEFERRED(Reason.CONSENT, Reason.NO_CONTACT, Reason.CAP, Reason.QUIET_HOURS, Reason.RETRY),
    /** It is never handed over. */
    SKIPPED(
            Reason.STALE,
            Reason.ERASED,
            Reason.CONSENT,
            Reason.NO_CONTACT,
            Reason.SUPPRESSED,
            Reason.CAP,
            Reason.QUIET_HOURS,
            Reason.WORDING),
    /** It was handed over, and nobody can be said to have it. */
    FAILED(Reason.RETRIES_EXHAUSTED, Reason.ADDRESS_DEAD, Reason.REFUSED, Reason.OUTCOME_UNKNOWN);

    /** The inbox takes everything that is still true and allowed. */
    private static final Set<Reason> OF_INBOX =
            EnumSet.of(Reason.STALE, Reason.ERASED, Reason.CONSENT);

    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    Outcome(Reason... reasons) {
        this.reasons.addAll(Set.of(reasons));
    }

    /** The reasons that can lead to it on a channel; none for what was sent. */
    Set<Reason> reasons(Channel channel) {
        var possible = EnumSet.copyOf(reasons);
        if (!channel.hasAddress()) {
            possible.retainAll(this == SKIPPED ? OF_INBOX : Set.of());
        }
        return possible;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
