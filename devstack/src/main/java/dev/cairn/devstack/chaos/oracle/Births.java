package dev.cairn.devstack.chaos.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the books' names of lots; a lot that the books do not have gets a name of its own. */
final class Births {

    private final Map<String, List<Birth>> byCause = new HashMap<>();
    private int missing;

    Births(List<Birth> births) {
        births.forEach(b -> byCause.computeIfAbsent(b.cause(), c -> new ArrayList<>()).add(b));
    }

    UUID ofAward(String award) {
        List<Birth> known = byCause.getOrDefault(award, List.of());
        return known.isEmpty() ? name(award) : known.getFirst().lot();
    }

    /** Each is found once. */
    UUID ofPart(String cause, Part part) {
        List<Birth> known = byCause.getOrDefault(cause, List.of());
        for (Birth birth : known) {
            if (birth.part().equals(part)) {
                known.remove(birth);
                return birth.lot();
            }
        }
        return name(cause + ":" + ++missing);
    }

    /** A name for a lot that only these rules know. */
    static UUID name(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
