package dev.cairn.notify.delivery;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.decision.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message's legs after a decision or an answer.
 *
 * @param reason why the outreach is where it is; empty when it was sent
 * @param channel the outreach's channel, as far as it was chosen
 * @param dueAt when it is decided again, if it waits
 */
record Move(
        UUID messageId,
        String inbox,
        String outreach,
        Optional<Reason> reason,
        Optional<Channel> channel,
        Instant dueAt) {
    static final String WAITING = "waiting";
    static final String SENDING = "sending";
    static final String SENT = "sent";
    static final String SKIPPED = "skipped";
    static final String FAILED = "failed";
}
