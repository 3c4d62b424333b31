package dev.cairn.segment;

import static org.hamcrest.Matchers.hasItem;

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
            @ResourceArg(name = "service", value = "segment"),
            @ResourceArg(name = "components", value = "postgres,kafka")
        })
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(KnownPorts.class)
class SegmentIT extends PackagedServiceTest {
    SegmentIT() {
        super("/v1/segments");
    }

    @Test
    void readsTheSegmentsFromTheirFile() {
        asStaff("manager").get("/v1/segments").then().statusCode(200).body("id", hasItem("lapsed"));
    }
}
