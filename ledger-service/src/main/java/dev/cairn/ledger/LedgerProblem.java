package dev.cairn.ledger;

import dev.cairn.kit.problem.ProblemType;

/** Refusals of the ledger, besides those that every service knows. */
public enum LedgerProblem implements ProblemType {
    REWARD_UNKNOWN(404, "There is no such reward"),
    REWARD_SOLD_OUT(409, "The reward is sold out"),
    INSUFFICIENT_POINTS(422, "The balance does not suffice");

    private final int status;
    private final String title;

    LedgerProblem(int status, String title) {
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
