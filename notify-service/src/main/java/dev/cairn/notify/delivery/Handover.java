package dev.cairn.notify.delivery;

import dev.cairn.notify.suppression.Suppression;
import java.util.Optional;

/** What a channel says to a letter. */
public sealed interface Handover {

    /** It is the channel's now. */
    record Accepted() implements Handover {}

    /**
     * It will never be taken.
     *
     * @param suppression what is to be held against the address from now on
     * @param code the channel's own code, for logs
     */
    record Refused(Optional<Suppression> suppression, String code) implements Handover {}

    /** It was not taken this time. */
    record Busy() implements Handover {}

    /** The connection broke before the answer: it may have been taken or not. */
    record Unknown() implements Handover {}
}
