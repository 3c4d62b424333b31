package dev.cairn.notify.decision;

import java.util.Locale;

/** Why a message waits, stays unsaid, or could not be handed over. */
public enum Reason {
    /** Accepted and not yet decided. */
    QUEUED,
    /** Decided, and being handed over at this moment. */
    SENDING,
    /** What it says is no longer true or no longer of use. */
    STALE,
    /** The member's data was erased. */
    ERASED,
    /** The member did not agree to this purpose on this channel. */
    CONSENT,
    /** The member gave no address. */
    NO_CONTACT,
    /** The address is not written to any more. */
    SUPPRESSED,
    /** The member heard enough for a while. */
    CAP,
    /** It is night where the member lives. */
    QUIET_HOURS,
    /** The channel asked to try again later. */
    RETRY,
    /** The channel kept asking to try later until the message was stale. */
    RETRIES_EXHAUSTED,
    /** The channel says that the address does not exist, or that its owner wants nothing. */
    ADDRESS_DEAD,
    /** The channel refused the message for good. */
    REFUSED,
    /** Its words could not be filled in; a fault of ours. */
    WORDING,
    /** Nobody knows whether it arrived, and a second copy would be worse than none. */
    OUTCOME_UNKNOWN;

    /** The name in events and reports. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
