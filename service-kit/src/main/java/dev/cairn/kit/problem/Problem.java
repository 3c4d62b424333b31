package dev.cairn.kit.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A refusal that reaches the caller as {@code application/problem+json} (RFC 9457). */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What every problem has, and means the same in each (RFC 9457, section 3.1). */
    private static final Set<String> COMMON =
            Set.of("type", "title", "status", "detail", "instance");

    private final transient ProblemType type;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();

    private Problem(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /**
     * A refusal.
     *
     * @param detail one sentence about this occurrence, without personal data
     */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail);
    }

    /**
     * Adds a member for programs, such as what is missing.
     *
     * @throws IllegalArgumentException if the name is one that every problem has
     */
    public Problem with(String name, Object value) {
        if (COMMON.contains(name)) {
            throw new IllegalArgumentException(name + " is a member of every problem");
        }
        extensions.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    /** The problem's JSON object. */
    public Map<String, Object> asBody() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type.uri().toString());
        body.put("title", type.title());
        body.put("status", type.status());
        body.put("detail", getMessage());
        body.putAll(extensions);
        return body;
    }
}
