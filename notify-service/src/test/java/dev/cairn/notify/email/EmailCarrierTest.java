package dev.cairn.notify.email;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.notify.delivery.Handover;
import dev.cairn.notify.delivery.Letter;
import dev.cairn.notify.suppression.Suppression;
import dev.cairn.notify.template.Wording;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EmailCarrierTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Letter LETTER =
            new Letter(
                    UUID.fromString("b2acca3d-500b-5d23-bfa9-00cda86b1f1c"),
                    "ada@example.org",
                    new Wording("Größe & mehr", "<p>Hello</p>", "Hello", "Hello"),
                    Optional.of(URI.create("https://loyalty.example/u/" + "x".repeat(300))));

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void takenMailCarriesItsIdAndUnbrokenHeaders() throws IOException {
        try (var server = new ScriptedMailServer(Map.of())) {
            assertThat(hand(server.port())).isEqualTo(new Handover.Accepted());
            assertThat(server.heard())
                    .contains(
                            "Message-ID: <b2acca3d-500b-5d23-bfa9-00cda86b1f1c@shop.example>",
                            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                            "List-Unsubscribe: <" + LETTER.unsubscribe().orElseThrow() + ">");
        }
    }

    @Test
    void addressThatDoesNotExistIsSuppressed() throws IOException {
        assertThat(answerTo("RCPT", "550 5.1.1 no such user"))
                .isEqualTo(
                        new Handover.Refused(Optional.of(Suppression.hardBounce()), "550 5.1.1"));
        assertThat(answerTo("RCPT", "550 no such user"))
                .isEqualTo(new Handover.Refused(Optional.of(Suppression.hardBounce()), "550"));
    }

    @Test
    void refusalAboutUsSuppressesNobody() throws IOException {
        assertThat(answerTo("RCPT", "550 5.7.1 your reputation is poor"))
                .isEqualTo(new Handover.Refused(Optional.empty(), "550 5.7.1"));
        assertThat(answerTo(".", "554 looks like spam"))
                .isEqualTo(new Handover.Refused(Optional.empty(), "554"));
        assertThat(answerTo(".", "552 5.2.2 mailbox full"))
                .isEqualTo(new Handover.Refused(Optional.empty(), "552 5.2.2"));
    }

    @Test
    void busyServerIsAskedAgain() throws IOException {
        assertThat(answerTo("RCPT", "451 4.7.1 greylisted")).isEqualTo(new Handover.Busy());
        assertThat(answerTo(".", "452 4.3.1 disk full")).isEqualTo(new Handover.Busy());
    }

    @Test
    void serverThatIsNotThereWasCertainlyNotReached() throws IOException {
        int port;
        try (var server = new ScriptedMailServer(Map.of())) {
            port = server.port();
        }

        assertThat(hand(port)).isEqualTo(new Handover.Busy());
    }

    @Test
    void connectionThatBreaksAfterTheFinalDotLeavesTheOutcomeOpen() throws IOException {
        assertThat(answerTo(".", ScriptedMailServer.HANG_UP)).isEqualTo(new Handover.Unknown());
    }

    /** Before all sends shared one event loop, one new connection in ten never heard "220". */
    @Test
    void newConnectionHearsItsGreetingHoweverBusyTheSendersAre() throws IOException {
        try (var server = new ScriptedMailServer(Map.of());
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var settings = settings(server.port()).setKeepAlive(false).setMaxPoolSize(8);
            var carrier = new EmailCarrier(VERTX, MailClient.create(VERTX, settings), new Config());

            var answers =
                    IntStream.range(0, 200)
                            .mapToObj(i -> supplyAsync(() -> carrier.hand(LETTER), senders))
                            .toList();

            assertThat(answers)
                    .extracting(CompletableFuture::join)
                    .containsOnly(new Handover.Accepted());
        }
    }

    private static Handover answerTo(String step, String answer) throws IOException {
        try (var server = new ScriptedMailServer(Map.of(step, answer))) {
            return hand(server.port());
        }
    }

    private static Handover hand(int port) {
        var client =
                MailClient.create(VERTX, new MailConfig().setHostname("127.0.0.1").setPort(port));
        try {
            return new EmailCarrier(VERTX, client, new Config()).hand(LETTER);
        } finally {
            client.close();
        }
    }

    private static MailConfig settings(int port) {
        return new MailConfig().setHostname("127.0.0.1").setPort(port);
    }

    private record Config() implements dev.cairn.notify.email.MailConfig {
        @Override
        public Optional<String> from() {
            return Optional.of("Shop <loyalty@shop.example>");
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(5);
        }
    }
}
