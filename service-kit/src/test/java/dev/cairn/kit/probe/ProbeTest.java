package dev.cairn.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private final List<String> console = new ArrayList<>();
    private HttpServer server;
    private String address;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
                    exchange.getResponseHeaders().add("Location", "/200");
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int probe(String... arguments) {
        return Probe.run(List.of(arguments), console::add);
    }

    @Test
    void allMustAnswerAsTheyShould() {
        assertThat(probe(address + "/200=200", address + "/401=401")).isZero();
        assertThat(probe(address + "/200=200", address + "/503=200")).isEqualTo(1);
        assertThat(console).last().isEqualTo("FAILED " + address + "/503: 503, not 200");
    }

    @Test
    void aRedirectIsAnAnswer() {
        assertThat(probe(address + "/302=302")).isZero();
    }

    @Test
    void silenceFails() {
        server.stop(0);

        assertThat(probe(address + "/200=200")).isEqualTo(1);
        assertThat(console).singleElement().asString().contains("no answer");
    }

    @Test
    void whatCannotBeReadFails() {
        assertThat(probe()).isEqualTo(1);
        assertThat(probe("http://ledger/q/health")).isEqualTo(1);
        assertThat(probe("ledger=200")).isEqualTo(1);
    }

    @Test
    void anAddressMayHoldEqualSigns() {
        var check = Check.of("http://ledger/v1/rewards?limit=3=200");

        assertThat(check.address()).hasToString("http://ledger/v1/rewards?limit=3");
        assertThat(check.status()).isEqualTo(200);
        assertThatThrownBy(() -> Check.of("http://ledger/=9000"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
