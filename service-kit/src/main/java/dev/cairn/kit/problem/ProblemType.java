package dev.cairn.kit.problem;

import java.net.URI;
import java.util.Locale;

/** A kind of refusal; implemented by one enum per service, documented in docs/api/problems.md. */
public interface ProblemType {
    /** The constant's name; in lower case and with hyphens it is the end of the type's URI. */
    String name();

    /** HTTP status. */
    int status();

    /** A short sentence that is the same for every occurrence. */
    String title();

    /** Identifies the kind to programs (RFC 9457 §3.1.1). */
    default URI uri() {
        return URI.create("https://cairn.dev/problems/" + slug());
    }

    /** The last part of the URI. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
