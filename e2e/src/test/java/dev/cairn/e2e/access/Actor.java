package dev.cairn.e2e.access;

import dev.cairn.e2e.platform.Cairn;
import dev.cairn.e2e.platform.Caller;
import java.util.Locale;

/** Everybody who might knock. */
enum Actor {
    NOBODY,
    GARBAGE,
    EXPIRED,
    FOREIGN_AUDIENCE,
    FORGED,
    MEMBER,
    OTHER_MEMBER,
    POS,
    PARTNER,
    MANAGER,
    SUPPORT,
    AUDITOR,
    OPERATOR;

    /** Whether the token is no good, whatever roles it claims. */
    boolean isStranger() {
        return ordinal() <= FORGED.ordinal();
    }

    Caller in(Cairn cairn, Cast cast) {
        return switch (this) {
            case NOBODY -> cairn.nobody();
            case GARBAGE -> cairn.bearer("no.token.atAll");
            case EXPIRED -> cairn.bearer(cast.expired());
            case FOREIGN_AUDIENCE -> cairn.bearer(cast.foreignAudience());
            case FORGED -> cairn.bearer(cast.forged());
            case MEMBER -> cairn.member(cast.member());
            case OTHER_MEMBER -> cairn.member(cast.otherMember());
            case POS -> cairn.shop();
            case PARTNER -> cairn.partner();
            case MANAGER, SUPPORT, AUDITOR, OPERATOR ->
                    cairn.staff(name().toLowerCase(Locale.ROOT));
        };
    }
}
