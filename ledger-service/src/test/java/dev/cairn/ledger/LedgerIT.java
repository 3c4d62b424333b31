package dev.cairn.ledger;

import static org.hamcrest.Matchers.equalTo;

import dev.cairn.devstack.testing.InfrastructureResource;
import dev.cairn.kit.testing.KnownPorts;
import dev.cairn.kit.testing.PackagedServiceTest;
import dev.cairn.kit.testing.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;

@QuarkusIntegrationTest
@QuarkusTestResource(
        value = InfrastructureResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "ledger"),
            @ResourceArg(name = "components", value = "postgres,kafka")
        })
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(KnownPorts.class)
class LedgerIT extends PackagedServiceTest {
    LedgerIT() {
        super("/v1/points/totals");
    }

    @Test
    void migratesAndFillsTheCatalogueFromItsFile() {
        asStaff("manager")
                .get("/v1/rewards?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo("coffee"));
    }
}
