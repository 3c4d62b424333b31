package dev.cairn.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.contracts.Topics;
import dev.cairn.devstack.process.Folders;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** kill -9 of everything, one after the other: the same address and the same data come back. */
class KillTest {

    private static final Path STATE = Path.of("target", "kill").toAbsolutePath();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Devstack devstack;
    private static Platform platform;

    @BeforeAll
    static void start() throws IOException {
        devstack = Devstack.at(STATE);
        devstack.stop();
        Folders.delete(STATE);
        devstack = Devstack.at(STATE);
        platform = devstack.start(Component.INFRASTRUCTURE);
    }

    @AfterAll
    static void stop() {
        devstack.stop();
    }

    @Test
    void postgresKeepsWhatWasCommitted() throws SQLException {
        // Given
        try (Connection owner = connect()) {
            owner.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        // When
        killAndStart(Component.POSTGRES, "postgres");

        // Then
        try (Connection owner = connect();
                var result = owner.createStatement().executeQuery("SELECT answer FROM kept")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void kafkaKeepsWhatWasAcknowledged() throws Exception {
        // Given
        Map<String, Object> settings = Map.of("bootstrap.servers", platform.kafkaBootstrap());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.POINTS, 0, "m-0001", "{}")).get();
        }

        // When
        killAndStart(Component.KAFKA, "kafka");

        // Then
        try (Admin admin = Admin.create(settings)) {
            TopicPartition partition = new TopicPartition(Topics.POINTS, 0);
            var end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()));
            assertThat(end.partitionResult(partition).get().offset()).isEqualTo(1);
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.all().stream().map(Topics.Topic::name).toList());
        }
    }

    @Test
    void redisComesBackOnItsPort() {
        killAndStart(Component.REDIS, "redis");
    }

    @Test
    void sinksComeBackAndShowMailsAndMessages() throws Exception {
        // Given
        killAndStart(Component.SINKS, "smtp");

        // When
        sendMail("m-0007@example.org", "Hello");

        // Then
        JsonNode mails = get(platform.sinksUrl() + "/mails?to=m-0007@example.org");
        assertThat(mails).hasSize(1);
        assertThat(mails.at("/0/subject").asText()).isEqualTo("Hello");
        assertThat(get(platform.sinksUrl() + "/received").path("mails").asInt()).isEqualTo(1);
    }

    @Test
    void keycloakNamesTheMemberInTheTokenAndKeepsItsKeys() throws Exception {
        // Given
        JsonNode keys = get(platform.issuer() + "/protocol/openid-connect/certs");

        // When
        JsonNode claims = claims("m-0042");

        // Then
        assertThat(claims.path("sub").asText()).isEqualTo("m-0042");
        assertThat(claims.path("aud").asText()).isEqualTo("cairn");
        assertThat(claims.path("groups").toString()).isEqualTo("[\"member\"]");
        assertThat(claims.at("/realm_access/roles").toString()).contains("member");

        // When
        killAndStart(Component.KEYCLOAK, "keycloak");

        // Then
        assertThat(get(platform.issuer() + "/protocol/openid-connect/certs")).isEqualTo(keys);
        assertThat(claims("m-0042").path("sub").asText()).isEqualTo("m-0042");
    }

    private static void killAndStart(Component component, String port) {
        int before = platform.port(port);
        devstack.kill9(component);
        assertThat(devstack.hasCrashed(component)).isTrue();
        devstack.start(component);
        assertThat(devstack.isHealthy(component)).isTrue();
        assertThat(platform.port(port)).isEqualTo(before);
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                platform.jdbcUrl(Component.RULES),
                "rules_owner",
                platform.databasePassword("rules_owner"));
    }

    private static void sendMail(String to, String subject) throws Exception {
        var settings = new Properties();
        settings.putAll(
                new TreeMap<>(
                        Map.of(
                                "mail.smtp.host",
                                "127.0.0.1",
                                "mail.smtp.port",
                                Integer.toString(platform.port("smtp")))));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom("cairn@example.org");
        mail.setRecipients(Message.RecipientType.TO, to);
        mail.setSubject(subject);
        mail.setText("A short text.");
        Transport.send(mail);
    }

    private static JsonNode claims(String member) throws Exception {
        String form =
                "grant_type=password&client_id=cairn-app&username=%s&password=%s"
                        .formatted(member, platform.secrets().passwordOf(member));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(platform.tokenUrl()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        String token = send(request).path("access_token").asText();
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new ObjectMapper().readTree(new String(claims, StandardCharsets.UTF_8));
    }

    private static JsonNode get(String address) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private static JsonNode send(HttpRequest request) throws Exception {
        return new ObjectMapper()
                .readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
