package dev.cairn.segment.membership;

import dev.cairn.kit.problem.ProblemType;

/** Refusals of this service, besides those that every service knows. */
public enum SegmentProblem implements ProblemType {
    SEGMENT_UNKNOWN(404, "There is no such segment");

    private final int status;
    private final String title;

    SegmentProblem(int status, String title) {
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
