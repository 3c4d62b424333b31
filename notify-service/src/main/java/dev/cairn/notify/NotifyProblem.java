package dev.cairn.notify;

import dev.cairn.kit.problem.ProblemType;

/** Refusals that only this service knows. */
public enum NotifyProblem implements ProblemType {
    ADDRESS_INVALID(400, "The address cannot be one of this channel"),
    CHANNEL_UNKNOWN(404, "There is no such channel here"),
    PURPOSE_UNKNOWN(404, "There is no such purpose"),
    CONTACT_POINT_UNKNOWN(404, "There is no such contact point"),
    MESSAGE_UNKNOWN(404, "There is no such message"),
    UNSUBSCRIBE_LINK_UNKNOWN(404, "This is not an unsubscribe link");

    private final int status;
    private final String title;

    NotifyProblem(int status, String title) {
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
