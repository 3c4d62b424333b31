package dev.cairn.devstack.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** ISO codes of countries by their English names. */
final class Countries {

    private static final Map<String, String> CODES =
            Arrays.stream(Locale.getISOCountries())
                    .collect(
                            Collectors.toMap(
                                    code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH),
                                    code -> code,
                                    (first, second) -> first));

    private Countries() {}

    static Optional<String> code(String name) {
        return Optional.ofNullable(CODES.get(name));
    }
}
