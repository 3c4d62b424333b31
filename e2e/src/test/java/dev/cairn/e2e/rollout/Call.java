package dev.cairn.e2e.rollout;

import dev.cairn.devstack.client.Json;
import dev.cairn.e2e.platform.Activity;
import java.util.Map;
import java.util.Optional;

/** One request that has to be served. */
record Call(String method, String path, Optional<String> body, Optional<String> key) {

    static Call get(String path) {
        return new Call("GET", path, Optional.empty(), Optional.empty());
    }

    static Call report(Activity activity) {
        return new Call("POST", "/v1/activities", Optional.of(activity.json()), Optional.empty());
    }

    static Call redeem(String reward, String key) {
        return new Call(
                "POST",
                "/v1/me/redemptions",
                Optional.of(Json.text(Map.of("reward", reward))),
                Optional.of(key));
    }
}
