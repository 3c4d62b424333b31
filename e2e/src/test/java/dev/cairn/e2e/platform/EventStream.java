package dev.cairn.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Server-sent events as they come in. */
public final class EventStream implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Stream<String> source;

    private EventStream(Stream<String> source) {
        this.source = source;
    }

    static EventStream of(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
            assertThat(answer.statusCode()).as(request.toString()).isEqualTo(200);
            EventStream stream = new EventStream(answer.body());
            Thread.ofVirtual().start(stream::read);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try {
            source.forEach(lines::add);
        } catch (UncheckedIOException closed) {
            // the listener went away
        }
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
        source.close();
    }
}
