package dev.cairn.devstack.sinks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Accepts pushes the way Firebase Cloud Messaging v1 does: JSON, a bearer token, Google's errors.
 *
 * <p>A device token that starts with {@code unregistered} belongs to an app that was removed.
 */
final class PushProvider {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATH = Pattern.compile("/v1/projects/([^/]+)/messages:send");
    private static final Set<String> OUTER = Set.of("message", "validate_only", "validateOnly");
    private static final Set<String> TARGETS = Set.of("token", "topic", "condition");
    private static final Set<String> INNER =
            Set.of(
                    "name",
                    "data",
                    "notification",
                    "android",
                    "webpush",
                    "apns",
                    "fcm_options",
                    "fcmOptions",
                    "token",
                    "topic",
                    "condition");
    private static final int LARGEST = 4_096;

    private final String project;
    private final String token;
    private final Received received;

    PushProvider(String project, String token, Received received) {
        this.project = project;
        this.token = token;
        this.received = received;
    }

    Answer answer(Request request) {
        var path = PATH.matcher(request.path());
        if (!path.matches() || !request.method().equals("POST")) {
            return refused(404, "NOT_FOUND", "Requested entity was not found.", "");
        }
        if (!request.authorization().equals("Bearer " + token)) {
            return refused(401, "UNAUTHENTICATED", "Request had invalid credentials.", "");
        }
        if (!path.group(1).equals(project)) {
            return refused(403, "PERMISSION_DENIED", "Permission denied on the project.", "");
        }
        JsonNode content;
        try {
            content = JSON.readTree(request.body());
        } catch (JsonProcessingException malformed) {
            return invalid("Invalid JSON payload received.");
        }
        return refusal(content).orElseGet(() -> accept(content.get("message")));
    }

    private Optional<Answer> refusal(JsonNode content) {
        JsonNode message = content.path("message");
        if (!message.isObject()) {
            return Optional.of(invalid("Message is required."));
        }
        Optional<String> unknown = unknown(content, OUTER).or(() -> unknown(message, INNER));
        if (unknown.isPresent()) {
            return Optional.of(
                    invalid("Invalid JSON payload received. Unknown name: " + unknown.get()));
        }
        if (TARGETS.stream().filter(message::hasNonNull).count() != 1) {
            return Optional.of(invalid("Exactly one of token, topic or condition is required."));
        }
        for (JsonNode value : message.path("data")) {
            if (!value.isTextual()) {
                return Optional.of(invalid("Every value of data must be a string."));
            }
        }
        if (message.toString().length() > LARGEST) {
            return Optional.of(invalid("Message is too big."));
        }
        if (message.path("token").asText().startsWith("unregistered")) {
            return Optional.of(
                    refused(404, "NOT_FOUND", "Requested entity was not found.", "UNREGISTERED"));
        }
        return Optional.empty();
    }

    private Answer accept(JsonNode message) {
        String to =
                TARGETS.stream()
                        .map(message::path)
                        .map(JsonNode::asText)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        long number = received.add("push", to, message);
        return new Answer(
                200, Map.of("name", "projects/%s/messages/%d".formatted(project, number)));
    }

    private static Optional<String> unknown(JsonNode object, Set<String> known) {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .findFirst();
    }

    private static Answer invalid(String message) {
        return refused(400, "INVALID_ARGUMENT", message, "INVALID_ARGUMENT");
    }

    private static Answer refused(int status, String name, String message, String detail) {
        List<Map<String, String>> details =
                detail.isEmpty()
                        ? List.of()
                        : List.of(
                                Map.of(
                                        "@type",
                                        "type.googleapis.com/google.firebase.fcm.v1.FcmError",
                                        "errorCode",
                                        detail));
        return new Answer(
                status,
                Map.of(
                        "error",
                        Map.of(
                                "code", status,
                                "message", message,
                                "status", name,
                                "details", details)));
    }
}
