package dev.cairn.rules;

import dev.cairn.kit.problem.ProblemType;

/** Refusals of the rules service. */
public enum RulesProblem implements ProblemType {
    ACTIVITY_ID_REUSED(409, "The activity id was used with other content"),
    EVENT_TIME_IN_FUTURE(422, "The activity is dated in the future"),
    EVENT_TIME_BEFORE_PROGRAMME(422, "The activity is dated before the programme began"),
    UNKNOWN_CURRENCY(422, "The programme does not accept the currency"),
    RETURN_EXCEEDS_PURCHASE(422, "More comes back than is left of the purchase"),
    RETURN_OF_FOREIGN_PURCHASE(422, "The activity that is meant is not this member's"),
    FOREIGN_SOURCE(403, "The caller may not report for this source");

    private final int status;
    private final String title;

    RulesProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
