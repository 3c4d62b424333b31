package dev.cairn.devstack.chaos;

import dev.cairn.devstack.console.Arguments;
import java.util.Map;
import java.util.Optional;

/**
 * How much chaos.
 *
 * @param seed decides what goes wrong in which order, and what members do
 * @param kills processes to kill, from 8, so that each kind of fault has its turn
 * @param members how many there are
 */
record ChaosOptions(long seed, int kills, int members) {

    static final int FEWEST_KILLS = 8;

    ChaosOptions {
        if (kills < FEWEST_KILLS || kills > 10_000) {
            throw new IllegalArgumentException(
                    "KILLS must be from %d to 10000, not %d.".formatted(FEWEST_KILLS, kills));
        }
        if (members < 2 || members > 500) {
            throw new IllegalArgumentException(
                    "MEMBERS must be from 2 to 500, not " + members + ".");
        }
    }

    static ChaosOptions of(Arguments arguments, Map<String, String> environment) {
        return new ChaosOptions(
                number(arguments, environment, "seed", 20_260_301),
                (int) number(arguments, environment, "kills", 50),
                (int) number(arguments, environment, "members", 24));
    }

    private static long number(
            Arguments arguments, Map<String, String> environment, String name, long otherwise) {
        String variable = name.toUpperCase(java.util.Locale.ROOT);
        Optional<String> text =
                arguments
                        .option(name)
                        .or(() -> Optional.ofNullable(environment.get(variable)))
                        .filter(value -> !value.isBlank());
        try {
            return text.map(Long::decode).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    variable + " must be a number, not \"" + text.orElse("") + "\".");
        }
    }
}
