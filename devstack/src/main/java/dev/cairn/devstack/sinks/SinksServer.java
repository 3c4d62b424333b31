package dev.cairn.devstack.sinks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The HTTP side of the sinks: the two providers, and what they and the mail server received. */
final class SinksServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BACKLOG = 512;
    private static final int MAILS_SHOWN = 50;

    private final SmsProvider sms;
    private final PushProvider push;
    private final Received received;
    private final MailView mail;

    private SinksServer(SmsProvider sms, PushProvider push, Received received, MailView mail) {
        this.sms = sms;
        this.push = push;
        this.received = received;
        this.mail = mail;
    }

    static HttpServer start(
            int port, SmsProvider sms, PushProvider push, Received received, MailView mail)
            throws IOException {
        SinksServer sinks = new SinksServer(sms, push, received, mail);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", sinks::handle);
        server.start();
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request =
                    new Request(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            header(exchange, "Authorization"),
                            header(exchange, "Content-Type"),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            Answer answer = answer(request, query(exchange));
            boolean text = answer.body() instanceof String;
            byte[] body =
                    answer.body() instanceof String plain
                            ? plain.getBytes(StandardCharsets.UTF_8)
                            : JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders()
                    .set("Content-Type", text ? "text/plain;charset=UTF-8" : "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(Request request, Map<String, String> query) {
        String path = request.path();
        if (path.startsWith("/2010-04-01/")) {
            return sms.answer(request);
        }
        if (path.startsWith("/v1/projects/")) {
            return push.answer(request);
        }
        if (path.startsWith("/mails/") && path.matches("/mails/\\d{1,9}")) {
            return new Answer(200, mail.raw(Integer.parseInt(path.substring("/mails/".length()))));
        }
        return switch (path) {
            case "/health" -> new Answer(200, Map.of("status", "UP"));
            case "/mails" -> mails(query);
            case "/received" -> received(query);
            default -> new Answer(404, Map.of("see", "/received, /mails, /mails/{number}"));
        };
    }

    private Answer mails(Map<String, String> query) {
        try {
            return new Answer(200, mail.list(query.getOrDefault("to", ""), limit(query)));
        } catch (MessagingException e) {
            return new Answer(500, Map.of("problem", e.toString()));
        }
    }

    private Answer received(Map<String, String> query) {
        String channel = query.getOrDefault("channel", "");
        String to = query.getOrDefault("to", "");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accepted", received.accepted());
        body.put("mails", mail.count());
        body.put(
                "messages",
                received.list(
                        message ->
                                (channel.isEmpty() || message.channel().equals(channel))
                                        && (to.isEmpty() || message.to().equals(to))));
        return new Answer(200, body);
    }

    private static int limit(Map<String, String> query) {
        return Optional.ofNullable(query.get("limit"))
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(MAILS_SHOWN);
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                (first, second) -> second));
    }
}
