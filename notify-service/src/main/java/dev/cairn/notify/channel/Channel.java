package dev.cairn.notify.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way to reach a member. */
public enum Channel {
    EMAIL,
    SMS,
    PUSH,
    /** Inside the app: it interrupts nobody, so quiet hours and caps do not apply. */
    INBOX;

    /** The name in paths, events and reports. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the member gave an address for it. */
    public boolean hasAddress() {
        return this != INBOX;
    }

    /** The channel with this name. */
    public static Optional<Channel> named(String text) {
        return Arrays.stream(values()).filter(c -> c.text().equals(text)).findFirst();
    }
}
