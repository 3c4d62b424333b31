package dev.cairn.e2e.platform;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Server-sent events as they come in. */
public final class EventStream implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> answer;

    private EventStream(CompletableFuture<HttpResponse<Stream<String>>> answer) {
        this.answer = answer;
        answer.thenAcceptAsync(open -> open.body().forEach(lines::add), Thread.ofVirtual()::start);
    }

    /** A server may answer no earlier than there is something to say, so nobody waits for that. */
    static EventStream of(HttpClient http, HttpRequest request) {
        return new EventStream(http.sendAsync(request, BodyHandlers.ofLines()));
    }

    /** The data of all events so far. */
    public List<String> data() {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()).strip())
                .toList();
    }

    @Override
    public void close() {
        answer.thenAccept(open -> open.body().close());
        answer.cancel(true);
    }
}
