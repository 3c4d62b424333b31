package dev.cairn.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.kit.db.Database;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every case against the running service, all of them side by side on one way through time. */
@LedgerTest
@TestProfile(ServiceConformanceTest.CurrenciesOfTheSuite.class)
class ServiceConformanceTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject Database database;

    /**
     * The service knows the currencies of the cases instead of the demo's. It leaves the 400 years
     * that it leaps over without seals.
     */
    public static class CurrenciesOfTheSuite implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cairn.currencies.file",
                    LaterCentury.currencies().toString(),
                    "cairn.seal.after",
                    "P200000D");
        }
    }

    @Test
    void theServiceDoesWhatTheCasesSay() {
        var ledger = new RunningLedger(awards, database, management);

        var outcomes = Walk.through(Suite.cases(), which -> new ServiceEngine(which, ledger));

        var report = Report.of("service", outcomes).keep();
        assertThat(report.failed()).isEmpty();
        assertThat(report.passed()).isEqualTo(Suite.files().size());
    }
}
