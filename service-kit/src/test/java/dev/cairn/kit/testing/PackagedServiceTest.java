package dev.cairn.kit.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What must hold of each packaged service, as jar and as native executable. To be extended by a
 * {@code QuarkusIntegrationTest} with the resources {@link TestIssuer} and {@link KnownPorts}.
 */
public abstract class PackagedServiceTest {
    private final String guarded;

    /**
     * A test of one service.
     *
     * @param guarded path that needs a token
     */
    protected PackagedServiceTest(String guarded) {
        this.guarded = guarded;
    }

    /** The broker is asked in the background, so the first answers may say that it was not yet. */
    @Test
    void becomesReadyAndMeasuresItself() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                management()
                                        .get("/q/health/ready")
                                        .then()
                                        .statusCode(200)
                                        .body("status", equalTo("UP")));
        management()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("agroal_active_count"));
    }

    @Test
    void refusesWhoHasNoToken() {
        given().get(guarded).then().statusCode(401).contentType("application/problem+json");
    }

    /** A request by somebody who works for the programme. */
    protected static RequestSpecification asStaff(String role) {
        return given().auth().oauth2(TestTokens.staff(role)).contentType(ContentType.JSON);
    }

    private static RequestSpecification management() {
        return given().baseUri(KnownPorts.management());
    }
}
