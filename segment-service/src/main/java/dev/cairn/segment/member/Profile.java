package dev.cairn.segment.member;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a member told the programme. Never a name, an address or a number to reach anybody. */
public record Profile(
        ZoneId zone,
        String locale,
        Optional<String> country,
        Instant joinedAt,
        Optional<String> birthday,
        List<String> interests,
        Optional<String> favouriteStore,
        List<String> newsletterTopics) {

    public Profile {
        interests = List.copyOf(interests);
        newsletterTopics = List.copyOf(newsletterTopics);
    }
}
