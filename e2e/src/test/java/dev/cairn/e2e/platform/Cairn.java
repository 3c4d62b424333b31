package dev.cairn.e2e.platform;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.Repository;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.client.Broker;
import dev.cairn.devstack.client.Settle;
import dev.cairn.devstack.client.VirtualClock;
import dev.cairn.devstack.keycloak.Keycloak;
import dev.cairn.devstack.keycloak.Realm;
import dev.cairn.devstack.process.Progress;
import dev.cairn.devstack.service.ServiceOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A whole platform: the four services on real infrastructure, with a clock that the tests set.
 *
 * <p>{@link #shared()} is started once for all tests that leave the platform as they found it. They
 * share it by taking members of their own and by reading the time instead of assuming one.
 */
public final class Cairn implements AutoCloseable {

    private static final Instant EPOCH = Instant.parse("2026-01-05T00:00:00Z");
    private static final int MEMBERS = 120;

    private final Devstack devstack;
    private final Platform platform;
    private final Api api;
    private final AtomicInteger taken = new AtomicInteger();
    private final VirtualClock clock;
    private final Broker broker;
    private final Settle settle;

    private Cairn(Devstack devstack) {
        this.devstack = devstack;
        this.platform = devstack.start(EnumSet.allOf(Component.class));
        this.api = new Api(platform);
        this.clock = new VirtualClock(platform, api.http());
        this.broker = new Broker(platform);
        this.settle = new Settle(platform, api.http(), broker);
    }

    private static final class Shared {
        private static final Cairn INSTANCE = started("shared");
    }

    public static Cairn shared() {
        return Shared.INSTANCE;
    }

    /** A platform of its own without data; it ends with this JVM. */
    public static Cairn started(String name) {
        System.setProperty(Keycloak.MEMBERS, Integer.toString(MEMBERS));
        Path module = Path.of("").toAbsolutePath();
        Devstack devstack =
                Devstack.at(
                        module.resolve("target").resolve("e2e").resolve(name),
                        Mode.DISPOSABLE,
                        Progress.SILENT,
                        ServiceOptions.of(Repository.around(module))
                                .with(Map.of("CAIRN_CLOCK_START", EPOCH.toString())));
        devstack.forget();
        Runtime.getRuntime().addShutdownHook(new Thread(devstack::stop));
        return new Cairn(devstack);
    }

    /** The same platform without anything that happened; only the logins stay. */
    public Cairn emptied() {
        broker.close();
        devstack.forget(EnumSet.complementOf(EnumSet.of(Component.KEYCLOAK)));
        return new Cairn(devstack);
    }

    public Devstack devstack() {
        return devstack;
    }

    public Platform platform() {
        return platform;
    }

    public Api api() {
        return api;
    }

    public Broker broker() {
        return broker;
    }

    /** A member that no other test has; nothing is known about it yet but its login. */
    public String freshMember() {
        int number = taken.incrementAndGet();
        if (number > MEMBERS) {
            throw new IllegalStateException("The realm has only " + MEMBERS + " members.");
        }
        return Realm.member(number);
    }

    public Caller nobody() {
        return bearer(null);
    }

    public Caller bearer(String token) {
        return new Caller(platform, Optional.ofNullable(token));
    }

    public Caller member(String id) {
        return bearer(api.tokens().member(id));
    }

    public Caller shop() {
        return bearer(api.tokens().shop());
    }

    /** The person with this role: manager, support, auditor or operator. */
    public Caller staff(String role) {
        return bearer(api.tokens().staff(role));
    }

    public Caller client(String client, String secret) {
        Map<String, String> form =
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", client,
                        "client_secret", secret);
        return bearer(
                api.http()
                        .postForm(platform.tokenUrl(), form)
                        .orFail()
                        .json()
                        .path("access_token")
                        .asText());
    }

    public Caller partner() {
        return client("cairn-partner", platform.secrets().password("client.cairn-partner"));
    }

    /** Where a member gets its mail. */
    public Mailbox mailbox(String member) {
        return new Mailbox(api, address(member));
    }

    public static String address(String member) {
        return member + "@example.test";
    }

    /** The virtual time. */
    public Instant now() {
        return clock.now();
    }

    /** Lets time pass, and all that follows from it. */
    public void advance(Instant to) {
        settle();
        clock.advance(to);
        settle();
    }

    /** Ends the platform now instead of with this JVM. */
    @Override
    public void close() {
        broker.close();
        devstack.stop();
    }

    /** Returns when all that was sent has gone its whole way. */
    public void settle() {
        settle.await();
    }
}
