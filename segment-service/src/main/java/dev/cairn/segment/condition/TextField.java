package dev.cairn.segment.condition;

import java.util.Optional;
import java.util.function.Function;

/** Facts that are texts. */
public enum TextField implements Labelled {
    COUNTRY("country", MemberFacts::country),
    LOCALE("locale", MemberFacts::locale),
    FAVOURITE_STORE("favouriteStore", MemberFacts::favouriteStore);

    private final String label;
    private final Function<MemberFacts, Optional<String>> reader;

    TextField(String label, Function<MemberFacts, Optional<String>> reader) {
        this.label = label;
        this.reader = reader;
    }

    @Override
    public String label() {
        return label;
    }

    Optional<String> of(MemberFacts facts) {
        return reader.apply(facts);
    }
}
