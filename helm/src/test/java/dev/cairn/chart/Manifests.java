package dev.cairn.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The objects of one rendering. */
public record Manifests(List<JsonNode> all) {

    static Manifests of(String text) {
        return new Manifests(Yaml.documents(text).filter(node -> node.has("kind")).toList());
    }

    /** All objects of a kind. */
    public List<JsonNode> ofKind(String kind) {
        return all.stream().filter(node -> node.path("kind").asText().equals(kind)).toList();
    }

    /** The only object of a kind. */
    public JsonNode one(String kind) {
        var found = ofKind(kind);
        if (found.size() != 1) {
            throw new AssertionError("one " + kind + " expected, found " + found.size());
        }
        return found.getFirst();
    }

    /** The object of a kind and name. */
    public JsonNode named(String kind, String name) {
        return ofKind(kind).stream()
                .filter(node -> name(node).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    /** The Deployment of a workload. */
    public JsonNode deployment(String workload) {
        return named("Deployment", "cairn-" + workload);
    }

    /** Name of an object. */
    public static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** Kind and name of an object, for messages. */
    public static String label(JsonNode object) {
        return object.path("kind").asText() + "/" + name(object);
    }

    /** All objects with a pod in them, and that pod: metadata and spec. */
    public Stream<Pod> pods() {
        return all.stream().flatMap(Manifests::pod);
    }

    private static Stream<Pod> pod(JsonNode object) {
        return switch (object.path("kind").asText()) {
            case "Deployment", "Job" -> Stream.of(new Pod(object, object.at("/spec/template")));
            case "Pod" -> Stream.of(new Pod(object, object));
            default -> Stream.empty();
        };
    }

    /** Containers and init containers of a pod. */
    public static List<JsonNode> containers(JsonNode pod) {
        return Stream.of("initContainers", "containers")
                .flatMap(list -> items(pod.path("spec").path(list)))
                .toList();
    }

    /** The elements of a list, none if it is absent. */
    public static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /**
     * A pod and where it comes from.
     *
     * @param owner the Deployment, Job or Pod
     * @param template the pod's metadata and spec
     */
    public record Pod(JsonNode owner, JsonNode template) {
        @Override
        public String toString() {
            return label(owner);
        }
    }
}
