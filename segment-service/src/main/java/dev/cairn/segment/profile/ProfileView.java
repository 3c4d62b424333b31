package dev.cairn.segment.profile;

import dev.cairn.segment.member.Profile;
import java.time.Instant;
import java.util.List;

/** A profile as it is shown; absent fields are null. */
public record ProfileView(
        String member,
        String zone,
        String locale,
        String country,
        Instant joinedAt,
        String birthday,
        List<String> interests,
        String favouriteStore,
        List<String> newsletterTopics) {

    static ProfileView of(String member, Profile profile) {
        return new ProfileView(
                member,
                profile.zone().getId(),
                profile.locale(),
                profile.country().orElse(null),
                profile.joinedAt(),
                profile.birthday().orElse(null),
                profile.interests(),
                profile.favouriteStore().orElse(null),
                profile.newsletterTopics());
    }
}
