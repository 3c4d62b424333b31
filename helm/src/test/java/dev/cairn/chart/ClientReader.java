package dev.cairn.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;
import java.util.Set;

/** Reads objects as the official client does: required fields, quantities, versions of today. */
final class ClientReader {
    /** Kinds of other projects, which the official client does not know. */
    private static final Set<String> FOREIGN =
            Set.of("HTTPRoute", "PrometheusRule", "ScaledObject", "ServiceMonitor");

    private ClientReader() {}

    static void read(JsonNode object) {
        var kind = object.path("kind").asText();
        if (FOREIGN.contains(kind)) {
            return;
        }
        var version = object.path("apiVersion").asText();
        var known = ModelMapper.groupVersionKindFromApiVersionAndKind(version, kind);
        var type = ModelMapper.preBuiltGetApiTypeClass(known.getGroup(), known.getVersion(), kind);
        if (type == null) {
            throw new AssertionError("Kubernetes knows no " + kind + " of " + version);
        }
        try {
            if (JSON.deserialize(object.toString(), type) == null) {
                throw new AssertionError(Manifests.label(object) + " is empty");
            }
        } catch (RuntimeException e) {
            throw new AssertionError(Manifests.label(object) + ": " + e.getMessage(), e);
        }
    }
}
