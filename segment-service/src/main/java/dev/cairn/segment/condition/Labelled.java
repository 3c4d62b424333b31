package dev.cairn.segment.condition;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A word of the condition language. */
interface Labelled {

    /** The word as it is written in a segment file. */
    String label();

    static <E extends Enum<E> & Labelled> Optional<E> find(Class<E> words, String label) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.label().equals(label))
                .findFirst();
    }

    static <E extends Enum<E> & Labelled> String list(Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(Labelled::label)
                .collect(Collectors.joining(", "));
    }
}
