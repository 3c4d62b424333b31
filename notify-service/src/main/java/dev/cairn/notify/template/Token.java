package dev.cairn.notify.template;

import java.util.Locale;

/** Something that a template's words may refer to. */
public enum Token {
    TITLE(Kind.TEXT),
    REDEMPTION(Kind.TEXT),
    STEP(Kind.NUMBER),
    LENGTH(Kind.NUMBER),
    POINTS(Kind.POINTS),
    BALANCE(Kind.POINTS),
    DEADLINE(Kind.LAST_DAY),
    EXPIRY(Kind.LAST_DAY);

    /** How a fact becomes words. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A number with its noun: 1 point, 2 points. */
        POINTS,
        /** The last whole day before an instant, on the member's calendar. */
        LAST_DAY
    }

    private final Kind kind;

    Token(Kind kind) {
        this.kind = kind;
    }

    /** The name in templates and facts. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    Kind kind() {
        return kind;
    }
}
