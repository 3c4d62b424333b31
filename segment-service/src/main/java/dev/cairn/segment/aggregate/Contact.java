package dev.cairn.segment.aggregate;

import dev.cairn.segment.member.Member;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** When a member was last written to and last reacted. The order of events does not matter. */
record Contact(Optional<Instant> messageAt, Optional<Instant> reactionAt) {
    static final Contact NONE = new Contact(Optional.empty(), Optional.empty());

    static Contact message(Instant at) {
        return new Contact(Optional.of(at.truncatedTo(ChronoUnit.MICROS)), Optional.empty());
    }

    static Contact reaction(Instant at) {
        return new Contact(Optional.empty(), Optional.of(at.truncatedTo(ChronoUnit.MICROS)));
    }

    Contact and(Contact other) {
        return new Contact(later(messageAt, other.messageAt), later(reactionAt, other.reactionAt));
    }

    Member applyTo(Member member) {
        var totals = member.totals();
        return member.with(
                totals.withMessages(
                        later(totals.lastMessageAt(), messageAt),
                        later(totals.lastReactionAt(), reactionAt)));
    }

    private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
        return Stream.of(a, b).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
