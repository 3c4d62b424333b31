package dev.cairn.notify.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/** When and how often members are written to outside the app. */
@ConfigMapping(prefix = "cairn.send")
public interface SendConfig {
    /** The night, on each member's own clock. */
    QuietHours quietHours();

    /** How much is enough. */
    Cap cap();

    /** The zone of members whose own is not known. */
    @WithDefault("UTC")
    ZoneId zone();

    /** Messages handed to a channel at the same time. */
    @WithDefault("8")
    int parallel();

    /**
     * After this long without an answer from its sender, a message that was being handed over
     * counts as abandoned. Longer than any channel takes to answer.
     */
    @WithDefault("PT60S")
    Duration lease();

    /** When nobody is disturbed; transactional messages do not wait. */
    interface QuietHours {
        /** First minute. */
        @WithDefault("21:00")
        LocalTime from();

        /** First minute after it; the same as {@code from} means never. */
        @WithDefault("08:00")
        LocalTime to();

        /** Releases are spread over this long after the end. */
        @WithDefault("PT30M")
        Duration spread();
    }

    /** Limits per member in a rolling window; transactional messages do not count. */
    interface Cap {
        /** Loyalty and marketing messages together. */
        @WithDefault("3")
        int all();

        /** Marketing messages among them. */
        @WithDefault("1")
        int marketing();

        /** Length of the window. */
        @WithDefault("P7D")
        Duration window();
    }
}
