package dev.cairn.contracts;

import java.time.Instant;
import java.util.List;

/**
 * Who the members are, without anything that identifies a person, on {@link Topics#MEMBERS}
 * (compacted).
 */
public sealed interface MemberEvent extends Event {

    /**
     * A member joined.
     *
     * @param zone IANA time zone, in force from {@code occurredAt} on
     * @param locale BCP 47 language tag
     * @param country ISO 3166-1 alpha-2 code; may be null
     * @param joinedAt when the member joined the programme
     * @param profileFields names of the profile fields that are filled in, sorted; never values
     */
    record MemberEnrolled(
            String memberId,
            String zone,
            String locale,
            String country,
            Instant joinedAt,
            List<String> profileFields,
            Instant occurredAt)
            implements MemberEvent {
        public MemberEnrolled {
            profileFields = profileFields == null ? List.of() : List.copyOf(profileFields);
        }
    }

    /** A member's profile changed; carries the whole profile as {@link MemberEnrolled} does. */
    record MemberChanged(
            String memberId,
            String zone,
            String locale,
            String country,
            Instant joinedAt,
            List<String> profileFields,
            Instant occurredAt)
            implements MemberEvent {
        public MemberChanged {
            profileFields = profileFields == null ? List.of() : List.copyOf(profileFields);
        }
    }

    /** Two records turned out to be one person; {@code into} goes on. */
    record MemberMerged(String memberId, String into, Instant occurredAt) implements MemberEvent {}

    /** The member's personal data is gone. */
    record MemberErased(String memberId, Instant occurredAt) implements MemberEvent {}
}
