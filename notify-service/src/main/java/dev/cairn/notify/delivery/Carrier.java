package dev.cairn.notify.delivery;

import dev.cairn.notify.channel.Channel;
import java.time.Duration;

/** Brings letters to one channel. */
public interface Carrier {
    /** How long a channel may take to answer. */
    Duration LONGEST = Duration.ofSeconds(30);

    Channel channel();

    /** Whether this installation has the channel. */
    boolean enabled();

    /** Hands over a letter and waits for the answer, not longer than {@link #LONGEST}. */
    Handover hand(Letter letter);
}
