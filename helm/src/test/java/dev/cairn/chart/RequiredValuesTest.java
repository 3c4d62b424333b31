package dev.cairn.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing or cannot work stops the installation with a sentence that names the key. */
class RequiredValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka: {bootstrapServers: ''}                        | kafka.bootstrapServers is required: where Kafka answers",
                "oidc: {authServerUrl: ''}                            | oidc.authServerUrl is required: the issuer's address",
                "defaults: {database: {host: ''}}                     | services.ledger.database.host is required: the PostgreSQL host",
                "services: {rules: {database: {existingSecret: ''}}}  | services.rules.database.existingSecret is required: the Secret",
                "services: {rules: {migrations: {existingSecret: ''}}} | services.rules.migrations.existingSecret is required: the Secret",
                "services: {rules: {redis: {hosts: ''}}}              | services.rules.redis.hosts is required: where Redis answers",
                "services: {notify: {publicUrl: ''}}                  | services.notify.publicUrl is required: the address",
                "services: {notify: {mail: {from: ''}}}               | services.notify.mail.from is required: the sender",
                "services: {notify: {mail: {host: ''}}}               | services.notify.mail.host is required: the mail server",
                "services: {notify: {secrets: {existingSecret: ''}}}  | services.notify.secrets.existingSecret is required: the Secret",
                "services: {notify: {sms: {url: 'https://a.b'}}}      | services.notify.sms.account is required: the account",
                "services: {notify: {push: {url: 'https://a.b'}}}     | services.notify.push.existingSecret is required: the Secret",
                "kafka: {security: {protocol: SASL_SSL}}              | kafka.security.existingSecret is required: the Secret",
                "httpRoute: {enabled: true}                           | httpRoute.parentRefs is required: the Gateway",
                "ingress: {enabled: true}                             | ingress.host is required: the name",
                "networkPolicy: {enabled: true}                       | networkPolicy.ingressFrom is required: the peers",
            })
    void aMissingValueIsNamed(String values, String sentence) {
        assertThat(Chart.minimal().with(values).refusal()).contains(sentence);
    }

    @Test
    void withoutAnyValuesTheFirstMissingOneIsNamed() {
        assertThat(Chart.bare().refusal()).contains(" is required: ");
    }

    @Test
    void anIssuerWithoutTlsIsRefused() {
        var plain = Chart.minimal().with("oidc: {authServerUrl: 'http://keycloak/realms/cairn'}");

        assertThat(plain.refusal()).contains("tokens", "oidc.allowHttpIssuer=true");
        var allowed = plain.with("oidc: {allowHttpIssuer: true}").text();
        assertThat(allowed).contains("CAIRN_ACCESS_ALLOW_HTTP_ISSUER: \"true\"");
        assertThat(Chart.minimal().text()).doesNotContain("ALLOW_HTTP_ISSUER");
    }

    @Test
    void morePodsThanPartitionsAreRefused() {
        var hpa = "services: {ledger: {autoscaling: {mode: hpa, hpa: {maxReplicas: 13}}}}";
        var keda = "services: {notify: {autoscaling: {mode: keda, keda: {maxReplicas: 7}}}}";

        assertThat(Chart.minimal().with(hpa).refusal())
                .contains("services.ledger.autoscaling.hpa.maxReplicas is 13", "partitions (12)");
        assertThat(Chart.minimal().with(keda).with("kafka: {topics: {partitions: 6}}").refusal())
                .contains("services.notify.autoscaling.keda.maxReplicas is 7", "partitions (6)");
    }

    @Test
    void aGracePeriodThatEndsInTheMiddleIsRefused() {
        var values = "services: {rules: {preStopSeconds: 30}}";

        assertThat(Chart.minimal().with(values).refusal())
                .contains("services.rules.terminationGracePeriodSeconds is 45", "more than 55 s");
    }

    @Test
    void aPolicyThatWouldHideTheMetricsIsRefused() {
        var values =
                """
                networkPolicy: {enabled: true, ingressFrom: [{podSelector: {}}]}
                monitoring: {serviceMonitor: {enabled: true}}
                """;

        assertThat(Chart.minimal().with(values).refusal())
                .contains("networkPolicy.monitoringFrom is required");
    }
}
