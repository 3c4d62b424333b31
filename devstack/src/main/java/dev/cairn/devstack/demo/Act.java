package dev.cairn.devstack.demo;

import java.time.Instant;
import java.util.Map;

/** Something that a member does at a moment of the play. */
sealed interface Act {

    Instant at();

    String member();

    /** Joins; the till tells the shop. */
    record Enrol(Shopper shopper, Instant at) implements Act {
        @Override
        public String member() {
            return shopper.id();
        }
    }

    /** Fills in parts of the profile in the app. */
    record FillProfile(String member, Instant at, Map<String, Object> fields) implements Act {}

    /**
     * Does something that the shop reports to the programme.
     *
     * @param kind what is counted: {@code purchase}, {@code return}, {@code login} …
     * @param expected what the platform must answer
     */
    record Report(
            String member, Instant at, String kind, Map<String, Object> json, Expected expected)
            implements Act {}

    /** What the platform must answer to a report. */
    enum Expected {
        ACCEPTED,
        /** A till that was not sure sends it again. */
        DUPLICATE,
        /** A clerk's mistake: more comes back than was bought. */
        REFUSED
    }

    /** Looks at the catalogue and spends. */
    record Redeem(String member, Instant at, Wish wish, String key) implements Act {}

    /** What a member wants from the catalogue. */
    enum Wish {
        /** The dearest thing that the points suffice for. */
        AFFORDABLE,
        /** A ticket, of which there are few. */
        TICKET,
        /** More than there are points for. */
        TOO_MUCH
    }

    /** Takes the consent to marketing back, in the app. */
    record Withdraw(String member, Instant at) implements Act {}

    /** Presses "unsubscribe" in the newest mail. */
    record Unsubscribe(String member, String address, Instant at) implements Act {}
}
