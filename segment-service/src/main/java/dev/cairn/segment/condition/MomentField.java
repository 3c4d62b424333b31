package dev.cairn.segment.condition;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Facts that are moments. */
public enum MomentField implements Labelled {
    JOINED_AT("joinedAt", facts -> Optional.of(facts.joinedAt())),
    FIRST_PURCHASE_AT("firstPurchaseAt", MemberFacts::firstPurchaseAt),
    LAST_PURCHASE_AT("lastPurchaseAt", MemberFacts::lastPurchaseAt),
    /** The last activity of any kind except returns. */
    LAST_ACTIVITY_AT("lastActivityAt", MemberFacts::lastActivityAt),
    LAST_MESSAGE_AT("lastMessageAt", MemberFacts::lastMessageAt),
    /** The last click or feedback; an opened message is none, as machines open messages too. */
    LAST_REACTION_AT("lastReactionAt", MemberFacts::lastReactionAt);

    private final String label;
    private final Function<MemberFacts, Optional<Instant>> reader;

    MomentField(String label, Function<MemberFacts, Optional<Instant>> reader) {
        this.label = label;
        this.reader = reader;
    }

    @Override
    public String label() {
        return label;
    }

    Optional<Instant> of(MemberFacts facts) {
        return reader.apply(facts);
    }
}
