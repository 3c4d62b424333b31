package dev.cairn.devstack.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.client.Http;
import dev.cairn.devstack.client.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What members can have for points here: three things without end, and one that runs out. */
final class Shelf {

    private static final Reward PRINT = new Reward("chaos-print", 90);
    private static final long PRINTS = 60;
    private static final List<Reward> REWARDS =
            List.of(
                    new Reward("chaos-cup", 60),
                    new Reward("chaos-bag", 150),
                    new Reward("chaos-chair", 310),
                    PRINT);

    private final Arena arena;
    private final Passes passes;
    private final Http http = new Http();

    Shelf(Arena arena, Passes passes) {
        this.arena = arena;
        this.passes = passes;
    }

    List<Reward> rewards() {
        return REWARDS;
    }

    /** Puts everything there, and takes on the partner at whose tills points are money. */
    void fill() {
        for (Reward reward : REWARDS) {
            Map<String, Object> definition = new TreeMap<>();
            definition.put("title", Map.of("en", "Chaos"));
            definition.put("price", reward.price());
            if (reward.equals(PRINT)) {
                definition.put("stock", PRINTS);
            }
            put("/rewards/" + reward.id(), definition);
        }
        Map<String, Object> rate =
                Map.of(
                        "version",
                        "1",
                        "since",
                        Arena.FIRST_DAY.toString(),
                        "minor",
                        2,
                        "points",
                        3);
        put(
                "/partners/chaos",
                Map.of(
                        "name", "Chaos",
                        "client", "cairn-partner",
                        "moneyCurrency", "GBP",
                        "rates", List.of(rate)));
    }

    private void put(String path, Map<String, Object> definition) {
        http.send(
                        "PUT",
                        api() + path,
                        Json.text(definition),
                        "Authorization",
                        "Bearer " + passes.staff("manager"),
                        "Content-Type",
                        "application/json")
                .orFail();
    }

    /** What was taken and not given back is what is missing. */
    void check(Map<String, Long> taken, Complaints complaints) {
        long left = PRINTS - taken.getOrDefault(PRINT.id(), 0L);
        for (JsonNode reward : all()) {
            if (reward.path("id").asText().equals(PRINT.id())) {
                complaints.check(
                        reward.path("stock").asLong() == left,
                        "%d prints are left, must be %d"
                                .formatted(reward.path("stock").asLong(), left));
            }
        }
    }

    private JsonNode all() {
        return http.get(
                        api() + "/rewards?limit=200",
                        "Authorization",
                        "Bearer " + passes.staff("manager"))
                .orFail()
                .json()
                .path("items");
    }

    private String api() {
        return arena.replicas().getFirst().url() + "/v1";
    }
}
