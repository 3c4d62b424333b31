package dev.cairn.segment.condition;

/** On which side of an age a moment has to be. */
public enum AgeOp implements Labelled {
    WITHIN("within"),
    BEFORE("before");

    private final String label;

    AgeOp(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
