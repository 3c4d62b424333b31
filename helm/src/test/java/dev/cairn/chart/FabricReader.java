package dev.cairn.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads objects into Java classes that know every field and its type; what they do not know is an
 * error.
 */
final class FabricReader {
    private static final Map<String, Class<? extends HasMetadata>> KINDS =
            Stream.of(
                            ConfigMap.class,
                            Deployment.class,
                            HTTPRoute.class,
                            HorizontalPodAutoscaler.class,
                            Ingress.class,
                            Job.class,
                            NetworkPolicy.class,
                            Pod.class,
                            PodDisruptionBudget.class,
                            PrometheusRule.class,
                            ScaledObject.class,
                            Service.class,
                            ServiceAccount.class,
                            ServiceMonitor.class)
                    .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private static final ObjectMapper MAPPER = strict();

    private FabricReader() {}

    private static ObjectMapper strict() {
        var mapper =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .annotationIntrospector(new NoCatchAll())
                        .build();
        var text = mapper.coercionConfigFor(LogicalType.Textual);
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    static HasMetadata read(JsonNode object) {
        var kind = object.path("kind").asText();
        if (!KINDS.containsKey(kind)) {
            throw new AssertionError("no class for kind " + kind);
        }
        try {
            var read = MAPPER.treeToValue(object, KINDS.get(kind));
            var version = HasMetadata.getApiVersion(read.getClass());
            if (!version.equals(object.path("apiVersion").asText())) {
                throw new AssertionError(Manifests.label(object) + " is not of " + version);
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new AssertionError(Manifests.label(object) + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The classes would keep unknown fields in a map instead of refusing them. */
    private static final class NoCatchAll extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return Boolean.FALSE;
        }
    }
}
