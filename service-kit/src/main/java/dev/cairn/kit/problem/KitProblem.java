package dev.cairn.kit.problem;

/** Refusals that every service knows. */
public enum KitProblem implements ProblemType {
    MALFORMED_JSON(400, "The body is not well-formed JSON"),
    UNKNOWN_FIELD(400, "The body has a field that is not known here"),
    INVALID_REQUEST(400, "The request is not valid"),
    IDEMPOTENCY_KEY_MISSING(400, "The request needs an Idempotency-Key"),
    UNAUTHENTICATED(401, "The request has no valid token"),
    FORBIDDEN(403, "The token does not allow this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The method is not known here"),
    NOT_ACCEPTABLE(406, "The answer is not available in this form"),
    IDEMPOTENCY_KEY_REUSED(409, "The Idempotency-Key was used with other content"),
    UNDER_WAY(409, "The same is under way already"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a media type that is not known here"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    UNAVAILABLE(503, "Something that is needed for this does not answer");

    private final int status;
    private final String title;

    KitProblem(int status, String title) {
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

    /** The kind for a status that the framework chose. */
    static KitProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }
}
