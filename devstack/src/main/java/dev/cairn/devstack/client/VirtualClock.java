package dev.cairn.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The test clocks of the four services. Time only goes forward.
 *
 * <p>Whoever listens is set before whoever speaks, so that no event comes from a service whose
 * clock is ahead of its listener's.
 */
public final class VirtualClock {

    private static final List<Component> LISTENERS_FIRST =
            List.of(Component.NOTIFY, Component.SEGMENT, Component.LEDGER, Component.RULES);

    private final Platform platform;
    private final Http http;

    public VirtualClock(Platform platform, Http http) {
        this.platform = platform;
        this.http = http;
    }

    /** The earliest of the four clocks. */
    public Instant now() {
        return LISTENERS_FIRST.stream().map(this::now).min(Instant::compareTo).orElseThrow();
    }

    /** Sets every clock that is not there yet; what falls due has run when this returns. */
    public void advance(Instant to) {
        for (Component service : LISTENERS_FIRST) {
            Answer answer =
                    http.send(
                            "PUT",
                            clock(service),
                            Json.text(Map.of("now", to.toString())),
                            "Content-Type",
                            "application/json");
            if (answer.status() != 409 || now(service).isBefore(to)) {
                answer.orFail();
            }
        }
    }

    private Instant now(Component service) {
        JsonNode answer = http.get(clock(service)).orFail().json();
        return Instant.parse(answer.path("now").asText());
    }

    private String clock(Component service) {
        return platform.managementUrl(service) + "/clock";
    }
}
