package dev.cairn.devstack.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What members tell about themselves. */
final class Profiles {

    private static final List<String> INTERESTS = List.of("coffee", "tea", "baking", "gifts");
    private static final List<String> STORES = List.of("harbour", "old-town", "station");

    private Profiles() {}

    /** What the shop knows when a member joins. */
    static Map<String, Object> first(Shopper shopper, String joinedAt) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("zone", shopper.home().zone().getId());
        profile.put("locale", shopper.home().locale());
        profile.put("country", shopper.home().country());
        profile.put("joinedAt", joinedAt);
        return profile;
    }

    /** What a member fills in: everything that the programme asks for, or the birthday alone. */
    static Map<String, Object> some(Shopper shopper, RandomGenerator random, boolean everything) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("zone", shopper.home().zone().getId());
        fields.put("locale", shopper.home().locale());
        fields.put("birthday", "%02d-%02d".formatted(random.nextInt(1, 13), random.nextInt(1, 29)));
        if (everything) {
            fields.put("interests", List.of(INTERESTS.get(random.nextInt(INTERESTS.size()))));
            fields.put("favouriteStore", STORES.get(random.nextInt(STORES.size())));
        }
        return fields;
    }
}
