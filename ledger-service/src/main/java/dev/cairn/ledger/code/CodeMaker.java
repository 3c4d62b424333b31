package dev.cairn.ledger.code;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes codes that can be read out and typed: no letter or digit is like another one. */
final class CodeMaker {
    /** Without 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V: 4.5 bits each. */
    static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";

    private CodeMaker() {}

    /**
     * Different codes.
     *
     * @param random a source that nobody can foresee, such as {@link java.security.SecureRandom}
     */
    static Set<String> make(int count, int length, RandomGenerator random) {
        var codes = new LinkedHashSet<String>();
        while (codes.size() < count) {
            codes.add(make(length, random));
        }
        return codes;
    }

    private static String make(int length, RandomGenerator random) {
        var code = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
