package dev.cairn.ledger.account;

/** Where points are. A member has the first four; the programme has the others, one of each. */
public enum Pot {
    /** Can be spent. */
    ACTIVE,
    /** Earned, but not to be spent yet. */
    PENDING,
    /** Reserved for a purchase that is not final. */
    HELD,
    /** Owed by the member: zero or negative. */
    ARREARS,
    /** Everything that was ever earned: zero or negative. */
    ISSUED,
    /** Spent on rewards. */
    REDEEMED,
    /** Not spent in time. */
    EXPIRED,
    /** Taken back because an award shrank. */
    REVERSED,
    /** On the way from one member to another: zero once both have their posting. */
    TRANSFERRED,
    /** Changed into another currency, or out of one. */
    CONVERTED,
    /** Given or taken by hand, or brought along from another system. */
    ADJUSTED,
    /** What the programme waived when a claw-back found too little: zero or negative. */
    WRITTEN_OFF;

    /** Whether each member has one of these. */
    public boolean ofMember() {
        return compareTo(ISSUED) < 0;
    }
}
