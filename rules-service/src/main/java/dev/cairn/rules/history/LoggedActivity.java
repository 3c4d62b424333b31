package dev.cairn.rules.history;

import dev.cairn.contracts.ActivityEvent;
import java.util.Arrays;

/** An activity of the event log, with the fingerprint of its content. */
public record LoggedActivity(ActivityEvent event, byte[] hash) {

    /** An activity that is about to be logged. */
    public static LoggedActivity of(ActivityEvent event) {
        return new LoggedActivity(event, Fingerprint.of(event));
    }

    /** Whether the other one is a repetition of this. */
    public boolean sameContent(LoggedActivity other) {
        return Arrays.equals(hash, other.hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoggedActivity logged && event.equals(logged.event);
    }

    @Override
    public int hashCode() {
        return event.hashCode();
    }
}
