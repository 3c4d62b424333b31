package dev.cairn.notify.delivery;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.decision.Reason;
import java.util.Optional;

/**
 * What was just decided about a message on one channel.
 *
 * @param reason empty when it was sent
 */
record Leg(Channel channel, Outcome outcome, Optional<Reason> reason) {}
