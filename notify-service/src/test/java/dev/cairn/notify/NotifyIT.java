package dev.cairn.notify;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.cairn.contracts.MemberEvent.MemberEnrolled;
import dev.cairn.devstack.testing.InfrastructureResource;
import dev.cairn.kit.testing.KnownPorts;
import dev.cairn.kit.testing.PackagedServiceTest;
import dev.cairn.kit.testing.TestIssuer;
import dev.cairn.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusIntegrationTest
@QuarkusTestResource(
        value = InfrastructureResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "notify"),
            @ResourceArg(name = "components", value = "postgres,kafka,mail")
        })
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(KnownPorts.class)
class NotifyIT extends PackagedServiceTest {
    NotifyIT() {
        super("/v1/messages/report");
    }

    @Test
    void knowsThePhoneNumbersOfOtherCountries() {
        asStaff("support")
                .body(Map.of("address", "+81 90-1234-5678"))
                .put("/v1/members/m-phone/contact-points/sms")
                .then()
                .statusCode(200);
    }

    @Test
    void welcomesANewMemberInTheirLanguage() {
        var member = "m-" + System.nanoTime();
        enrol(member);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                given().auth()
                                        .oauth2(TestTokens.member(member))
                                        .get("/v1/me/inbox")
                                        .then()
                                        .statusCode(200)
                                        .body("items[0].body", containsString("Ihre Einkäufe")));
    }

    private static void enrol(String member) {
        var now = Instant.now();
        var event = new MemberEnrolled(member, "Europe/Berlin", "de", "DE", now, List.of(), now);
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        Map<String, Object> settings = Map.of("bootstrap.servers", broker);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(Stage.record(event));
        }
    }
}
