package dev.cairn.devstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.cairn.devstack.chaos.Client.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private static final byte[] AWAY =
            "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final Trigger trigger = new Trigger();
    private final AtomicInteger done = new AtomicInteger();
    private final Client client = new Client();
    private HttpServer server;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    done.incrementAndGet();
                    exchange.sendResponseHeaders(201, -1);
                    exchange.close();
                });
        server.start();
        proxy =
                new TcpProxy(
                        () -> server.getAddress().getPort(), () -> new AnswerTap(trigger), AWAY);
    }

    @AfterEach
    void stop() {
        proxy.close();
        server.stop(0);
    }

    @Test
    void passesOnWhatIsAsked() {
        assertThat(send("POST")).isInstanceOf(Outcome.Answered.class);
        assertThat(done).hasValue(1);
    }

    @Test
    void losesTheAnswerToACommandThatWasCarriedOut() {
        trigger.pull();

        assertThat(send("POST")).isInstanceOf(Outcome.Unknown.class);
        assertThat(done).hasValue(1);
        assertThat(send("POST")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void readersAreLeftAlone() {
        trigger.pull();

        assertThat(send("GET")).isInstanceOf(Outcome.Answered.class);
        assertThat(trigger.isPulled()).isTrue();
    }

    @Test
    void saysThatNothingArrivedWhenNobodyListens() {
        server.stop(0);

        assertThat(send("POST")).isInstanceOf(Outcome.NotSent.class);
    }

    private Outcome send(String method) {
        return client.send(
                method, "http://127.0.0.1:" + proxy.port() + "/", "token", Optional.empty(), "");
    }
}
