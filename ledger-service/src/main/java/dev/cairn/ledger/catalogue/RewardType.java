package dev.cairn.ledger.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of thing a reward is, which says how members get it. */
public enum RewardType {
    /** Had at once, such as a coffee at the counter. */
    @JsonProperty("perk")
    PERK,
    /** Ordered, shipped, delivered. */
    @JsonProperty("good")
    GOOD,
    /** A code from the reward's pool. */
    @JsonProperty("voucher-code")
    VOUCHER_CODE,
    /** Goes to somebody else. */
    @JsonProperty("donation")
    DONATION,
    /** An event or a visit. */
    @JsonProperty("experience")
    EXPERIENCE,
    /** Pays a part of a bill, at a dated rate. */
    @JsonProperty("points-payment")
    POINTS_PAYMENT;

    /** Whether there is something to send before it is done. */
    public boolean shipped() {
        return this == GOOD;
    }
}
