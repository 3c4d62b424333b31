package dev.cairn.segment.condition;

/** How a number is compared. */
public enum NumberOp implements Labelled {
    EQ("eq"),
    LT("lt"),
    LTE("lte"),
    GT("gt"),
    GTE("gte");

    private final String label;

    NumberOp(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    boolean holds(long value, long wanted) {
        return switch (this) {
            case EQ -> value == wanted;
            case LT -> value < wanted;
            case LTE -> value <= wanted;
            case GT -> value > wanted;
            case GTE -> value >= wanted;
        };
    }
}
