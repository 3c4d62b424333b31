package dev.cairn.notify.delivery;

import dev.cairn.kit.event.Cause;
import dev.cairn.notify.candidate.Candidate;
import dev.cairn.notify.channel.Channel;

/**
 * A message that is due to be decided.
 *
 * @param inboxOpen whether its inbox leg was not decided yet
 * @param inboxSent whether the inbox has it
 * @param attempts how often it was handed to a channel
 */
record Waiting(
        Candidate candidate, Cause cause, boolean inboxOpen, boolean inboxSent, int attempts) {

    String memberId() {
        return candidate.memberId();
    }

    /** The channel of its outreach, unless another one is open instead. */
    Channel preferred() {
        return candidate.template().ladder().getFirst();
    }
}
