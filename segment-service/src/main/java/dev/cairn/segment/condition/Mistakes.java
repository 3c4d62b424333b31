package dev.cairn.segment.condition;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a segment file: one sentence per mistake, each with the place. */
public final class Mistakes {
    private final List<String> sentences = new ArrayList<>();

    public void add(String place, String sentence) {
        sentences.add(place + ": " + sentence);
    }

    public boolean none() {
        return sentences.isEmpty();
    }

    public List<String> sentences() {
        return List.copyOf(sentences);
    }
}
