package dev.cairn.segment.membership;

/** What moved a member. */
public enum MoveCause {
    ACTIVITY("activity"),
    POINTS("points"),
    MESSAGE("message"),
    MEMBER("member"),
    TIME("time"),
    DEFINITION("definition");

    private final String label;

    MoveCause(String label) {
        this.label = label;
    }

    /** The word in events and metrics. */
    public String label() {
        return label;
    }
}
