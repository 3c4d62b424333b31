package dev.cairn.notify.decision;

import dev.cairn.notify.channel.Channel;
import java.time.Instant;

/** What is to happen with one leg of a message now. */
public sealed interface Decision {

    /** Hand it to this channel. */
    record Send(Channel channel) implements Decision {}

    /** Decide again from scratch at {@code until}. */
    record Defer(Instant until, Reason reason) implements Decision {}

    /** Never say it on this leg. */
    record Skip(Reason reason) implements Decision {}
}
