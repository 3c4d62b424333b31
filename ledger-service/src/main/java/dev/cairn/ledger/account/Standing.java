package dev.cairn.ledger.account;

/**
 * How a member stands with the programme.
 *
 * @param frozen whether points may only come, not go, by anybody's wish
 * @param mergedInto the member that goes on in this one's place; null for almost everybody
 * @param erased whether the personal data is gone
 */
public record Standing(boolean frozen, String mergedInto, boolean erased) {

    /** Nothing special. */
    public static final Standing GOOD = new Standing(false, null, false);

    /** Whether what comes here follows to another member. */
    public boolean goesOn() {
        return mergedInto != null && !erased;
    }

    /** Whether nothing may be kept here any more. */
    public boolean closed() {
        return erased || mergedInto != null;
    }
}
