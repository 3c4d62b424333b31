package dev.cairn.notify.delivery;

/** What a channel says to a letter. */
public sealed interface Handover {

    /** It is the channel's now. */
    record Accepted() implements Handover {}

    /**
     * It will never be taken.
     *
     * @param addressDead whether the address is the reason, so that no other letter will be taken
     * @param code the channel's own code, for logs
     */
    record Refused(boolean addressDead, String code) implements Handover {}

    /** It was not taken this time. */
    record Busy() implements Handover {}

    /** The connection broke before the answer: it may have been taken or not. */
    record Unknown() implements Handover {}
}
