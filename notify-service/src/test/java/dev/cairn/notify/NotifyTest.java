package dev.cairn.notify;

import dev.cairn.devstack.testing.InfrastructureResource;
import dev.cairn.kit.testing.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running service, on real PostgreSQL and Kafka, with a real mail server. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "notify"),
            @ResourceArg(name = "components", value = "postgres,kafka,mail")
        })
@QuarkusTestResource(TestIssuer.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotifyTest {}
