package dev.cairn.e2e.rollout;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.devstack.Component.NOTIFY;
import static dev.cairn.devstack.Component.RULES;
import static dev.cairn.devstack.Component.SEGMENT;
import static org.awaitility.Awaitility.await;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Tokens;
import dev.cairn.e2e.platform.Activity;
import dev.cairn.e2e.platform.Cairn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shop that reports, and a member that spends and looks, at a steady pace. */
final class Load implements AutoCloseable {

    /** A purchase is worth 3 points, a tree costs 50. */
    static final int PRICE = 300;

    static final int POINTS = 3;
    static final int REWARD_PRICE = 50;
    private static final String REWARD = "donation";
    private static final long PACE_MILLIS = 150;
    private static final int A_FEW = 5;

    private final Routes routes;
    private final ScheduledExecutorService threads;
    private final Caller shop;
    private final Caller spender;
    private final List<Caller> readers;

    private Load(Cairn cairn, String buyer, String owner, Instant at) {
        this.routes = new Routes(cairn.platform());
        Tokens tokens = cairn.api().tokens();
        Supplier<String> member = () -> tokens.member(owner);
        this.shop =
                caller(
                        RULES,
                        tokens::shop,
                        n -> Call.report(Activity.purchase(buyer + "-" + n, buyer, at, PRICE)));
        this.spender = caller(LEDGER, member, n -> Call.redeem(REWARD, owner + "-" + n));
        this.readers =
                List.of(
                        caller(RULES, member, n -> Call.get("/v1/me/progress")),
                        caller(LEDGER, member, n -> Call.get("/v1/me/points")),
                        caller(SEGMENT, member, n -> Call.get("/v1/me/segments")),
                        caller(NOTIFY, member, n -> Call.get("/v1/me/inbox")));
        this.threads = Executors.newScheduledThreadPool(callers().size());
        callers()
                .forEach(
                        caller ->
                                threads.scheduleWithFixedDelay(
                                        caller, 0, PACE_MILLIS, TimeUnit.MILLISECONDS));
    }

    /**
     * Begins at once.
     *
     * @param buyer who purchases
     * @param owner who has the points for many rewards
     */
    static Load begin(Cairn cairn, String buyer, String owner, Instant at) {
        return new Load(cairn, buyer, owner, at);
    }

    private Caller caller(Component service, Supplier<String> token, IntFunction<Call> next) {
        return new Caller(new Connection(routes, service), token, next);
    }

    private List<Caller> callers() {
        return Stream.concat(Stream.of(shop, spender), readers.stream()).toList();
    }

    /** New connections to the service go to its new replica from now on. */
    void moved(Component service) {
        routes.update(service);
        serveSome();
    }

    /** Returns when everybody was served a few times more, or somebody was not. */
    void serveSome() {
        Map<Caller, Integer> before =
                callers().stream().collect(Collectors.toMap(caller -> caller, Caller::served));
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                !unserved().isEmpty()
                                        || callers().stream()
                                                .allMatch(
                                                        c -> c.served() >= before.get(c) + A_FEW));
    }

    int purchases() {
        return shop.served();
    }

    int redemptions() {
        return spender.served();
    }

    int served() {
        return callers().stream().mapToInt(Caller::served).sum();
    }

    List<String> unserved() {
        return callers().stream().map(Caller::unserved).flatMap(List::stream).toList();
    }

    /** No further call is made; the last ones are answered. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Calls hang: " + unserved());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        callers().forEach(Caller::close);
    }
}
