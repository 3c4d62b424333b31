package dev.cairn.contracts;

import java.time.Instant;

/** What became of messages and consents, on {@link Topics#MESSAGES}. */
public sealed interface MessageEvent extends Event {

    /** The message was handed to its channel. */
    record MessageSent(
            String messageId, String memberId, String template, String channel, Instant occurredAt)
            implements MessageEvent {}

    /** The message waits and will be decided again from scratch. */
    record MessageDeferred(
            String messageId,
            String memberId,
            String template,
            String reason,
            Instant until,
            Instant occurredAt)
            implements MessageEvent {}

    /** The message will not be sent. */
    record MessageSkipped(
            String messageId, String memberId, String template, String reason, Instant occurredAt)
            implements MessageEvent {}

    /** The channel refused the message for good. */
    record MessageFailed(
            String messageId,
            String memberId,
            String template,
            String channel,
            String reason,
            Instant occurredAt)
            implements MessageEvent {}

    /** The provider reports that the message arrived. */
    record MessageDelivered(String messageId, String memberId, String channel, Instant occurredAt)
            implements MessageEvent {}

    /** The message was opened, as far as that can be known. */
    record MessageOpened(String messageId, String memberId, String channel, Instant occurredAt)
            implements MessageEvent {}

    /** A link in the message was followed. */
    record MessageClicked(
            String messageId, String memberId, String channel, String link, Instant occurredAt)
            implements MessageEvent {}

    /** The address does not take messages; {@code permanent} ones suppress it. */
    record MessageBounced(
            String messageId,
            String memberId,
            String channel,
            boolean permanent,
            String reason,
            Instant occurredAt)
            implements MessageEvent {}

    /** The member called the message unwanted. */
    record MessageComplained(String messageId, String memberId, String channel, Instant occurredAt)
            implements MessageEvent {}

    /** Consent for a purpose and channel was given or withdrawn. */
    record ConsentChanged(
            String memberId,
            String purpose,
            String channel,
            boolean granted,
            String origin,
            Instant occurredAt)
            implements MessageEvent {}

    /**
     * The member said how a message was received.
     *
     * @param score from -1 (unwelcome) over 0 to 1 (welcome)
     */
    record FeedbackGiven(String messageId, String memberId, int score, Instant occurredAt)
            implements MessageEvent {}
}
