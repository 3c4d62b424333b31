package dev.cairn.e2e.rollout;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Platform;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where new connections to a service go, as a cluster's Service object has it: to the replica that
 * is ready. Connections that exist stay where they are.
 */
final class Routes {

    private final Platform platform;
    private final Map<Component, String> urls = new EnumMap<>(Component.class);

    Routes(Platform platform) {
        this.platform = platform;
        Component.SERVICES.forEach(this::update);
    }

    synchronized void update(Component service) {
        urls.put(service, platform.url(service));
    }

    synchronized String to(Component service) {
        return urls.get(service);
    }
}
