package dev.cairn.notify.purpose;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member agrees to hear about. */
public enum Purpose {
    /** Service about one's own points: milestones, streaks, expiry. */
    LOYALTY,
    /** Offers and invitations. */
    MARKETING;

    /** The name in paths and events. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The purpose with this name. */
    public static Optional<Purpose> named(String text) {
        return Arrays.stream(values()).filter(p -> p.text().equals(text)).findFirst();
    }
}
