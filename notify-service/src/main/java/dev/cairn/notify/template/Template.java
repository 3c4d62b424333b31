package dev.cairn.notify.template;

import static dev.cairn.notify.template.MessageClass.LOYALTY;
import static dev.cairn.notify.template.MessageClass.MARKETING;
import static dev.cairn.notify.template.MessageClass.TRANSACTIONAL;

import dev.cairn.notify.channel.Channel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The messages that can be said, and the rules of each. Its words are in {@code templates/}. */
public enum Template {
    WELCOME("welcome", LOYALTY, Duration.ofDays(1), Set.of()),
    MILESTONE_REACHED(
            "milestone-reached",
            LOYALTY,
            Duration.ZERO,
            Set.of(Token.TITLE, Token.STEP, Token.POINTS)),
    STREAK_AT_RISK("streak-at-risk", LOYALTY, Duration.ZERO, Set.of(Token.LENGTH, Token.DEADLINE)),
    POINTS_EXPIRING("points-expiring", LOYALTY, Duration.ZERO, Set.of(Token.POINTS, Token.EXPIRY)),
    POINTS_REDEEMED(
            "points-redeemed",
            TRANSACTIONAL,
            Duration.ZERO,
            Set.of(Token.TITLE, Token.POINTS, Token.BALANCE, Token.REDEMPTION)),
    WIN_BACK("win-back", MARKETING, Duration.ZERO, Set.of());

    private final String id;
    private final MessageClass messageClass;
    private final Duration patience;
    private final Set<Token> tokens;

    Template(String id, MessageClass messageClass, Duration patience, Set<Token> tokens) {
        this.id = id;
        this.messageClass = messageClass;
        this.patience = patience;
        this.tokens = tokens;
    }

    /** The name in events, reports and folders. */
    public String id() {
        return id;
    }

    public MessageClass messageClass() {
        return messageClass;
    }

    /**
     * How long a message waits for an address and a consent: whoever enrols usually gives them in
     * the next request.
     */
    public Duration patience() {
        return patience;
    }

    /** What its words may refer to, besides what every message has. */
    public Set<Token> tokens() {
        return tokens;
    }

    /** Channels outside the app, best first; the first that is open to the member is taken. */
    public List<Channel> ladder() {
        return List.of(Channel.EMAIL, Channel.PUSH, Channel.SMS);
    }

    /** The template with this id. */
    public static Optional<Template> named(String id) {
        return Arrays.stream(values()).filter(t -> t.id.equals(id)).findFirst();
    }
}
