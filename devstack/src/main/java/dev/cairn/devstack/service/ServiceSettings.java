package dev.cairn.devstack.service;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.sinks.Sinks;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a service must be told to find its infrastructure, as Quarkus configuration keys. */
public final class ServiceSettings {

    private ServiceSettings() {}

    /** The settings for whatever parts of the infrastructure are there. */
    public static Map<String, String> of(Component service, Platform platform) {
        Map<String, String> settings = new TreeMap<>();
        if (platform.has(Component.POSTGRES)) {
            database(settings, service, platform);
        }
        if (platform.has(Component.KAFKA)) {
            settings.put("kafka.bootstrap.servers", platform.kafkaBootstrap());
        }
        if (platform.has(Component.REDIS)) {
            settings.put("quarkus.redis.hosts", platform.redisUrl());
        }
        if (platform.has(Component.KEYCLOAK)) {
            settings.put("quarkus.oidc.auth-server-url", platform.issuer());
        }
        if (service == Component.NOTIFY) {
            messages(settings, platform);
        }
        return settings;
    }

    private static void database(
            Map<String, String> settings, Component service, Platform platform) {
        String role = service.label();
        String owner = role + "_owner";
        settings.put("quarkus.datasource.jdbc.url", platform.jdbcUrl(service));
        settings.put("quarkus.datasource.username", role);
        settings.put("quarkus.datasource.password", platform.databasePassword(role));
        settings.put("quarkus.flyway.username", owner);
        settings.put("quarkus.flyway.password", platform.databasePassword(owner));
    }

    private static void messages(Map<String, String> settings, Platform platform) {
        settings.put("cairn.secrets.contact-key", platform.secrets().key("contact.key"));
        settings.put("cairn.secrets.unsubscribe-key", platform.secrets().key("unsubscribe.key"));
        if (platform.has(Component.SINKS)) {
            settings.put("quarkus.mailer.mock", "false");
            settings.put("quarkus.mailer.host", "127.0.0.1");
            settings.put("quarkus.mailer.port", Integer.toString(platform.port("smtp")));
            settings.put("cairn.sms.url", platform.smsUrl());
            settings.put("cairn.sms.account", Sinks.SMS_ACCOUNT);
            settings.put("cairn.sms.token", platform.secrets().password("sms.token"));
            settings.put("cairn.push.url", platform.pushUrl());
            settings.put("cairn.push.token", platform.secrets().password("push.token"));
        }
    }

    /** The same settings in the form of environment variables. */
    public static Map<String, String> asEnvironment(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                e ->
                                        e.getKey()
                                                .replaceAll("[^A-Za-z0-9]", "_")
                                                .toUpperCase(Locale.ROOT),
                                Map.Entry::getValue));
    }
}
