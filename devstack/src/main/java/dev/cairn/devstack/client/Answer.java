package dev.cairn.devstack.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.DevstackFailure;

/** What a service answered. */
public record Answer(String request, int status, String body) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public JsonNode json() {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new DevstackFailure(
                    request + " answered " + status + " without JSON: " + start(), e);
        }
    }

    /** The problem's name, such as {@code reward-sold-out}; the status when there is none. */
    public String problem() {
        return body.startsWith("{") ? nameOf(json(), status) : "status-" + status;
    }

    /** The last segment of a problem's type. */
    public static String nameOf(JsonNode problem, int status) {
        String type = problem.path("type").asText("");
        String name = type.substring(type.lastIndexOf('/') + 1);
        return name.isEmpty() ? "status-" + status : name;
    }

    /** This answer, if it is a success; otherwise a failure with the problem's own words. */
    public Answer orFail() {
        if (isSuccess()) {
            return this;
        }
        String words = body.startsWith("{") ? json().path("detail").asText(start()) : start();
        throw new DevstackFailure(
                "%s answered %d %s: %s".formatted(request, status, problem(), words));
    }

    private String start() {
        return body.length() <= 300 ? body : body.substring(0, 300) + "…";
    }
}
