package dev.cairn.rules;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

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
            @ResourceArg(name = "service", value = "rules"),
            @ResourceArg(name = "components", value = "postgres,kafka,redis")
        })
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(KnownPorts.class)
class RulesIT extends PackagedServiceTest {
    RulesIT() {
        super("/v1/programme");
    }

    @Test
    void readsTheProgrammeFromItsFile() {
        asStaff("manager")
                .get("/v1/programme")
                .then()
                .statusCode(200)
                .body("id", equalTo("cairn-demo"))
                .body("rules.size()", greaterThan(0));
    }
}
