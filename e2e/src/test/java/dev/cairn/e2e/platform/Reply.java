package dev.cairn.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** What a service answered, whatever the status. */
public record Reply(String request, int status, HttpHeaders headers, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEMS = "https://cairn.dev/problems/";

    /** Checks the status; a failure shows the whole answer. */
    public Reply expect(int wanted) {
        assertThat(status).as("%s answered %s", request, text).isEqualTo(wanted);
        return this;
    }

    /** Checks that this is a refusal of the given kind, in the form that RFC 9457 asks for. */
    public JsonNode refusal(int wanted, String problem) {
        expect(wanted);
        assertThat(headers.firstValue("Content-Type").orElse(""))
                .as("content type of %s", request)
                .startsWith("application/problem+json");
        JsonNode body = json();
        assertThat(body.path("type").asText()).as(text).isEqualTo(PROBLEMS + problem);
        assertThat(body.path("status").asInt()).as(text).isEqualTo(wanted);
        assertThat(body.path("title").asText()).as(text).isNotBlank();
        assertThat(body.path("detail").asText()).as(text).isNotBlank();
        return body;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(request + " did not answer JSON: " + text, e);
        }
    }
}
