package dev.cairn.devstack.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushProviderTest {

    private static final String PATH = "/v1/projects/p1/messages:send";

    private final Received received = new Received();
    private final PushProvider provider = new PushProvider("p1", "secret", received);

    @Test
    void aWellFormedMessageIsAcceptedAndListed() {
        // When
        Answer answer =
                send(
                        "Bearer secret",
                        """
                        {"message":{"token":"d1","notification":{"title":"Hi"},"data":{"a":"1"}}}
                        """);

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).contains("projects/p1/messages/");
        assertThat(received.list(message -> message.to().equals("d1"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":",
                "[]",
                "{}",
                "{\"message\":{\"notification\":{\"title\":\"nobody\"}}}",
                "{\"message\":{\"token\":\"d1\",\"topic\":\"both\"}}",
                "{\"message\":{\"token\":\"d1\",\"data\":{\"a\":1}}}",
                "{\"message\":{\"token\":\"d1\",\"colour\":\"red\"}}",
                "{\"message\":{\"token\":\"d1\"},\"priority\":1}",
            })
    void aBadMessageIsAnInvalidArgument(String json) {
        // When
        Answer answer = send("Bearer secret", json);

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains("INVALID_ARGUMENT");
        assertThat(received.accepted()).isZero();
    }

    @Test
    void anAppThatWasRemovedIsUnregistered() {
        // When
        Answer answer = send("Bearer secret", "{\"message\":{\"token\":\"unregistered-7\"}}");

        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().toString()).contains("UNREGISTERED");
    }

    @Test
    void withoutTheRightTokenNothingIsAccepted() {
        assertThat(send("", "{\"message\":{\"token\":\"d1\"}}").status()).isEqualTo(401);
        assertThat(send("Bearer other", "{\"message\":{\"token\":\"d1\"}}").status())
                .isEqualTo(401);
    }

    @Test
    void anotherProjectIsForbidden() {
        // When
        Answer answer =
                provider.answer(
                        new Request(
                                "POST",
                                "/v1/projects/p2/messages:send",
                                "Bearer secret",
                                "application/json",
                                "{}"));

        // Then
        assertThat(answer.status()).isEqualTo(403);
    }

    private Answer send(String credentials, String json) {
        return provider.answer(new Request("POST", PATH, credentials, "application/json", json));
    }
}
