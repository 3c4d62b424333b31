package dev.cairn.e2e.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.e2e.platform.Cairn;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The operations that the services describe in their OpenAPI documents. */
final class Documented {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private Documented() {}

    /** Names such as {@code ledger GET /v1/members/{}/points}. */
    static Set<String> operations(Cairn cairn) {
        Set<String> names = new TreeSet<>();
        for (Component service : Component.SERVICES) {
            document(cairn, service)
                    .path("paths")
                    .properties()
                    .forEach(path -> add(names, service, path.getKey(), path.getValue()));
        }
        return names;
    }

    private static void add(Set<String> names, Component service, String path, JsonNode item) {
        item.properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .map(operation -> operation.getKey().toUpperCase(Locale.ROOT))
                .map(method -> service.label() + " " + method + " " + nameless(path))
                .forEach(names::add);
    }

    private static String nameless(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static JsonNode document(Cairn cairn, Component service) {
        return cairn.nobody().get(service, "/q/openapi?format=json").expect(200).json();
    }
}
