package dev.cairn.ledger.hold;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why captured points are given back. A closed list, because the journal keeps the text for ever
 * and nobody can write a name into it.
 */
public enum RefundReason {
    @JsonProperty("other")
    OTHER("Spent points were given back."),
    @JsonProperty("returned")
    RETURNED("Goods were returned."),
    @JsonProperty("cancelled")
    CANCELLED("The purchase was cancelled."),
    @JsonProperty("mistake")
    MISTAKE("A mistake was put right.");

    private final String text;

    RefundReason(String text) {
        this.text = text;
    }

    /** What members read. */
    public String text() {
        return text;
    }
}
