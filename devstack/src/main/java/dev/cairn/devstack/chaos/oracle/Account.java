package dev.cairn.devstack.chaos.oracle;

/** Whose points, and which ones; printed as the member alone for the usual ones. */
public record Account(String member, String currency) {

    /** The currency that is meant where none is named. */
    public static final String POINTS = "points";

    /** The member's usual points. */
    public static Account of(String member) {
        return new Account(member, POINTS);
    }

    @Override
    public String toString() {
        return currency.equals(POINTS) ? member : member + "/" + currency;
    }
}
