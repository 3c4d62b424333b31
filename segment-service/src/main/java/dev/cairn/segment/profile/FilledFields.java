package dev.cairn.segment.profile;

import dev.cairn.segment.member.Profile;
import java.util.ArrayList;
import java.util.List;

/** Which optional fields a member filled in: names only, for those who reward completeness. */
final class FilledFields {
    private FilledFields() {}

    /** The names, sorted. */
    static List<String> of(Profile profile) {
        var names = new ArrayList<String>();
        profile.birthday().ifPresent(given -> names.add("birthday"));
        profile.favouriteStore().ifPresent(given -> names.add("favouriteStore"));
        if (!profile.interests().isEmpty()) {
            names.add("interests");
        }
        if (!profile.newsletterTopics().isEmpty()) {
            names.add("newsletterTopics");
        }
        return names;
    }
}
