package dev.cairn.devstack.chaos;

import dev.cairn.devstack.client.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Sends a request once and says honestly what is known afterwards. */
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NOT_PASSED_ON = 502;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    /** What is known of a request. */
    sealed interface Outcome {
        /** It was carried out or refused, and this is the answer. */
        record Answered(Answer answer) implements Outcome {}

        /** It cannot have arrived. */
        record NotSent() implements Outcome {}

        /** Nobody can say whether it was carried out. */
        record Unknown(String why) implements Outcome {}
    }

    Outcome send(String method, String url, String token, Optional<String> key, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        key.ifPresent(value -> request.header("Idempotency-Key", value));
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == NOT_PASSED_ON) {
                return new Outcome.NotSent();
            }
            return answer.statusCode() >= 500
                    ? new Outcome.Unknown("status " + answer.statusCode())
                    : new Outcome.Answered(
                            new Answer(method + " " + url, answer.statusCode(), answer.body()));
        } catch (IOException lost) {
            return new Outcome.Unknown(lost.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown("interrupted");
        }
    }
}
