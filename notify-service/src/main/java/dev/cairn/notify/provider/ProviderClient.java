package dev.cairn.notify.provider;

import dev.cairn.notify.delivery.Handover;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;

/** Posts to providers. What is in a request never reaches a log. */
@ApplicationScoped
public class ProviderClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(25);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** A request's parts. */
    public record Post(URI url, String contentType, String authorization, String body) {}

    /**
     * Sends a request.
     *
     * @param refusal what an answer means that says that this request is wrong
     */
    public Handover send(Post post, Function<HttpResponse<String>, Handover> refusal) {
        var request =
                HttpRequest.newBuilder(post.url())
                        .timeout(ANSWER)
                        .header("Content-Type", post.contentType())
                        .header("Authorization", post.authorization())
                        .POST(BodyPublishers.ofString(post.body()))
                        .build();
        try {
            return meaning(client.send(request, BodyHandlers.ofString()), refusal);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            Log.warnf("provider cannot be reached: host=%s", post.url().getHost());
            return new Handover.Busy();
        } catch (IOException e) {
            Log.warnf("provider did not answer: host=%s", post.url().getHost());
            return new Handover.Unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Handover.Unknown();
        }
    }

    private static Handover meaning(
            HttpResponse<String> response, Function<HttpResponse<String>, Handover> refusal) {
        var status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Handover.Accepted();
        }
        if (status == 401 || status == 403) {
            Log.errorf("provider does not know us: host=%s", response.uri().getHost());
            return new Handover.Busy();
        }
        return status == 429 || status >= 500 ? new Handover.Busy() : refusal.apply(response);
    }
}
