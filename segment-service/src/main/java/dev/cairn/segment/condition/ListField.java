package dev.cairn.segment.condition;

import java.util.List;
import java.util.function.Function;

/** Facts that are lists. */
public enum ListField implements Labelled {
    INTERESTS("interests", MemberFacts::interests),
    NEWSLETTER_TOPICS("newsletterTopics", MemberFacts::newsletterTopics);

    private final String label;
    private final Function<MemberFacts, List<String>> reader;

    ListField(String label, Function<MemberFacts, List<String>> reader) {
        this.label = label;
        this.reader = reader;
    }

    @Override
    public String label() {
        return label;
    }

    List<String> of(MemberFacts facts) {
        return reader.apply(facts);
    }
}
