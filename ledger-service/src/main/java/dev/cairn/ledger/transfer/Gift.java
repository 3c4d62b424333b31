package dev.cairn.ledger.transfer;

import java.util.UUID;

/**
 * Points that go from one member to another.
 *
 * @param points from 1
 * @param reason code that staff gave; null when members did it themselves
 * @param madeBy who did it, by the token; null for what the programme did itself
 */
public record Gift(
        UUID id,
        Kind kind,
        String from,
        String to,
        String currency,
        long points,
        String reason,
        String madeBy) {

    /** On what occasion. */
    public enum Kind {
        /** A member's wish. */
        GIFT("You gave points to another member.", "Another member gave you points."),
        /** Staff moved them. */
        SUPPORT("Support moved points to another member.", "Support moved points to you."),
        /** Into the household's account. */
        DONATION("You gave points to your household.", "A member gave points."),
        /** Out of the household's account. */
        WITHDRAWAL("A member took points.", "You took points of your household."),
        /** Back to a member that left the household. */
        SHARE("A member left with their share.", "You left the household with your share."),
        /** Two members turned out to be one. */
        MERGE("Your points moved to your other account.", "Points of your other account.");

        private final String givenText;
        private final String takenText;

        Kind(String givenText, String takenText) {
            this.givenText = givenText;
            this.takenText = takenText;
        }

        /** What the giver reads. */
        String givenText() {
            return givenText;
        }

        /** What the receiver reads. */
        String takenText() {
            return takenText;
        }
    }
}
