package dev.cairn.devstack.service;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Stands where a built service would: is ready at once, and tells its environment. */
final class EchoService {

    private EchoService() {}

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 10);
        server.createContext(
                "/",
                exchange -> {
                    String environment =
                            System.getenv().keySet().stream()
                                    .map(key -> key + "=" + System.getenv(key))
                                    .reduce("", (all, line) -> all + line + "\n");
                    byte[] body = environment.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }
}
