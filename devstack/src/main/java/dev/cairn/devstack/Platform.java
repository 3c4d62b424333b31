package dev.cairn.devstack;

import dev.cairn.devstack.process.Register;
import dev.cairn.devstack.sinks.Sinks;
import java.nio.file.Path;

/**
 * Where a started platform can be reached, and with which passwords.
 *
 * <p>Asking for the address of something that was never started in this state is an error.
 */
public final class Platform {

    private static final String HOST = "127.0.0.1";

    private final Path state;
    private final Register register;
    private final Secrets secrets;

    Platform(Path state, Register register, Secrets secrets) {
        this.state = state;
        this.register = register;
        this.secrets = secrets;
    }

    public Path state() {
        return state;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** A port by its name in {@code platform.json}. */
    public int port(String name) {
        return register.port(name);
    }

    /** Whether this state has ever had the component, so that its address is known. */
    public boolean has(Component component) {
        return register.address(component.label()).isPresent();
    }

    /** JDBC address of a service's database. */
    public String jdbcUrl(Component service) {
        return "jdbc:postgresql://%s:%d/%s".formatted(HOST, port("postgres"), service.label());
    }

    /**
     * Password of a database role, such as {@code ledger}, {@code ledger_owner}, {@code postgres}.
     */
    public String databasePassword(String role) {
        return secrets.password("postgres." + role);
    }

    public String kafkaBootstrap() {
        return HOST + ":" + port("kafka");
    }

    public String redisUrl() {
        return "redis://:%s@%s:%d".formatted(secrets.password("redis"), HOST, port("redis"));
    }

    /** Issuer of the tokens, as the services check it. */
    public String issuer() {
        return "http://%s:%d/realms/cairn".formatted(HOST, port("keycloak"));
    }

    /** Where to ask for a token. */
    public String tokenUrl() {
        return issuer() + "/protocol/openid-connect/token";
    }

    /** Stand-ins and mails: {@code /received}, {@code /mails?to=}, {@code /mails/{number}}. */
    public String sinksUrl() {
        return "http://%s:%d".formatted(HOST, port("sinks"));
    }

    /** Address of the SMS provider's messages, in Twilio's form. */
    public String smsUrl() {
        return sinksUrl() + "/2010-04-01/Accounts/" + Sinks.SMS_ACCOUNT + "/Messages.json";
    }

    /** Address of the push provider, in Firebase's form. */
    public String pushUrl() {
        return sinksUrl() + "/v1/projects/" + Sinks.PUSH_PROJECT + "/messages:send";
    }

    public String url(Component service) {
        return "http://%s:%d".formatted(HOST, port(service.label()));
    }

    public String managementUrl(Component service) {
        return "http://%s:%d".formatted(HOST, port(service.label() + "-management"));
    }
}
