package dev.cairn.ledger.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;

/** Finds the text that fits a reader's languages best (RFC 4647 §3.4, lookup), or the English. */
final class Texts {
    private Texts() {}

    /**
     * The best text.
     *
     * @param languages best one first; {@code de-AT} also finds {@code de}
     * @return null when there are no texts
     */
    static String in(Map<String, String> texts, List<LanguageRange> languages) {
        var tag = languages.isEmpty() ? null : Locale.lookupTag(languages, texts.keySet());
        return tag == null ? texts.get("en") : textOf(texts, tag);
    }

    /** The lookup answers in lower case, whatever the manager wrote. */
    private static String textOf(Map<String, String> texts, String tag) {
        return texts.entrySet().stream()
                .filter(text -> text.getKey().equalsIgnoreCase(tag))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
