package dev.cairn.notify.template;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Turns facts into words. */
final class Facts {

    private Facts() {}

    /**
     * The words for each token.
     *
     * @throws IllegalArgumentException if a fact is missing: half a sentence is never sent
     */
    static Map<String, Object> inWords(
            Map<String, Object> facts, Collection<Token> tokens, Language language, ZoneId zone) {
        var words = new HashMap<String, Object>();
        for (var token : tokens) {
            var fact = facts.get(token.text());
            if (fact == null) {
                throw new IllegalArgumentException("no fact for token " + token.text());
            }
            words.put(token.text(), words(token, fact, language, zone));
        }
        return words;
    }

    private static String words(Token token, Object fact, Language language, ZoneId zone) {
        return switch (token.kind()) {
            case TEXT -> oneLine(fact.toString());
            case NUMBER -> language.number(number(fact));
            case POINTS -> language.points(number(fact));
            case LAST_DAY -> language.lastDayBefore(instant(fact), zone);
        };
    }

    /** Values come from other systems; a line break in one could start a mail header. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static long number(Object fact) {
        return ((Number) fact).longValue();
    }

    private static Instant instant(Object fact) {
        return fact instanceof Instant instant ? instant : Instant.parse(fact.toString());
    }
}
