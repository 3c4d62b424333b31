package dev.cairn.notify.delivery;

import dev.cairn.notify.channel.Channel;

/** Brings letters to one channel. */
public interface Carrier {
    Channel channel();

    /** Whether this installation has the channel. */
    boolean enabled();

    /** Hands over a letter and waits for the answer; at most half a minute. Does not throw. */
    Handover hand(Letter letter);
}
