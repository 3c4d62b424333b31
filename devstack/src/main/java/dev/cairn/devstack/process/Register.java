package dev.cairn.devstack.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code platform.json}: the ports we chose, the children we started and where to reach them. */
public final class Register {

    private final JsonFile file;
    private final Map<String, Integer> ports = new TreeMap<>();
    private final Map<String, Child> children = new TreeMap<>();
    private final Map<String, String> addresses = new TreeMap<>();

    public Register(Path state) {
        this.file = new JsonFile(state.resolve("platform.json"));
        reload();
    }

    /** Reads again what another launcher may have changed meanwhile. */
    public synchronized void reload() {
        ObjectNode known = file.read();
        ports.clear();
        addresses.clear();
        children.clear();
        known.path("ports").properties().forEach(e -> ports.put(e.getKey(), e.getValue().asInt()));
        known.path("addresses")
                .properties()
                .forEach(e -> addresses.put(e.getKey(), e.getValue().asText()));
        known.path("children")
                .properties()
                .forEach(e -> child(e.getValue()).ifPresent(c -> children.put(e.getKey(), c)));
    }

    public synchronized int port(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalStateException("No port was chosen for " + name + " yet.");
        }
        return port;
    }

    /** Keeps the ports of the last run as far as they are free, and chooses others where not. */
    public synchronized void assignPorts(List<String> names) {
        for (String name : names) {
            Integer known = ports.get(name);
            if (known == null || !FreePorts.isFree(known)) {
                Set<Integer> promised = new HashSet<>(ports.values());
                ports.put(name, FreePorts.next(promised));
            }
        }
        save();
    }

    public synchronized Optional<Child> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    public synchronized void started(String name, Child child, String address) {
        children.put(name, child);
        addresses.put(name, address);
        save();
    }

    public synchronized void ended(String name) {
        children.remove(name);
        save();
    }

    public synchronized Optional<String> address(String name) {
        return Optional.ofNullable(addresses.get(name));
    }

    private void save() {
        Map<String, Object> running = new TreeMap<>();
        children.forEach(
                (name, child) ->
                        running.put(
                                name,
                                Map.of(
                                        "pid",
                                        child.pid(),
                                        "startedAt",
                                        child.startedAt().toString(),
                                        "program",
                                        child.program())));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("addresses", addresses);
        content.put("ports", ports);
        content.put("children", running);
        file.write(content);
    }

    private static Optional<Child> child(JsonNode node) {
        return node.hasNonNull("pid") && node.hasNonNull("startedAt")
                ? Optional.of(
                        new Child(
                                node.get("pid").asLong(),
                                Instant.parse(node.get("startedAt").asText()),
                                node.path("program").asText()))
                : Optional.empty();
    }
}
