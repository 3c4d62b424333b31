package dev.cairn.devstack.bench;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.client.Json;
import dev.cairn.devstack.keycloak.Realm;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Members redeem rewards over HTTP, with tokens of the real issuer. */
final class Spends {

    private static final String PATH = "/v1/me/redemptions";
    private static final int CLIENTS = 8;
    private static final int MEMBERS = 64;
    private static final int SCRAMBLE = 200;
    private static final long PRICE = 10;
    private static final int MANY_LOTS = 10_000;
    static final int MANY_TIMES = 8;

    /** The first ones are for the compiler. */
    private static final int MANY_DROPPED = 3;

    private static final String CONTENDED = Realm.member(MEMBERS + 1);

    private final Bed bed;
    private final URI ledger;
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong served = new AtomicLong();
    private final List<String> tokens = new ArrayList<>();

    Spends(Bed bed) {
        this.bed = bed;
        this.ledger = URI.create(bed.platform().url(Component.LEDGER));
    }

    /** What became of many spends of one account at once. */
    record Scramble(Map<Integer, Integer> statuses, long affordable, Latency latency) {
        boolean holds() {
            return statuses.getOrDefault(201, 0) == affordable
                    && statuses.getOrDefault(422, 0) == SCRAMBLE - affordable;
        }
    }

    /** Redemptions that were answered with success, all in all. */
    long served() {
        return served.get();
    }

    /** Gives the members points and logs them in. */
    void prepare(AwardFeed feed) {
        reward("bench-small", PRICE);
        reward("bench-large", MANY_LOTS);
        for (String member : members()) {
            feed.endow(member, 10, 100_000_000);
            tokens.add(bed.api().tokens().member(member));
        }
        feed.endow(CONTENDED, 12, PRICE * 10);
        for (int time = 0; time < MANY_TIMES; time++) {
            feed.endow(collector(time), MANY_LOTS, 1);
        }
    }

    private static List<String> members() {
        return IntStream.rangeClosed(1, MEMBERS).mapToObj(Realm::member).toList();
    }

    private static String collector(int time) {
        return Realm.member(MEMBERS + 2 + time);
    }

    private void reward(String id, long price) {
        bed.api()
                .http()
                .send(
                        "PUT",
                        bed.platform().url(Component.LEDGER) + "/v1/rewards/" + id,
                        Json.text(
                                Map.of("title", Map.of("en", id), "price", price, "active", true)),
                        "Authorization",
                        "Bearer " + bed.api().tokens().staff("manager"),
                        "Content-Type",
                        "application/json")
                .orFail();
    }

    /** Counts what they can do, each client sending its next one when it has its answer. */
    long asFastAsPossible(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Callable<Long>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(
                    () -> {
                        long done = 0;
                        try (RawHttp http = new RawHttp(ledger)) {
                            for (; System.nanoTime() - end < 0; done++) {
                                spend(http);
                            }
                        }
                        return done;
                    });
        }
        return Limits.inParallel(clients);
    }

    /** At this rate whatever happens; a late one is measured from when it should have been sent. */
    Paced openLoop(double perSecond, int seconds) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("not a rate: " + perSecond);
        }
        int clients = CLIENTS * 4;
        long interval = (long) (clients * 1e9 / perSecond);
        long began = System.nanoTime();
        long end = began + TimeUnit.SECONDS.toNanos(seconds);
        List<List<Long>> times = new ArrayList<>();
        List<Callable<Long>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            List<Long> taken = new ArrayList<>();
            times.add(taken);
            long first = began + interval * client / clients;
            work.add(
                    () -> {
                        try (RawHttp http = new RawHttp(ledger)) {
                            for (long due = first; due - end < 0; due += interval) {
                                LockSupport.parkNanos(due - System.nanoTime());
                                spend(http);
                                taken.add(System.nanoTime() - due);
                            }
                        }
                        return (long) taken.size();
                    });
        }
        long done = Limits.inParallel(work);
        return new Paced(done * 1e9 / (System.nanoTime() - began), latency(times));
    }

    private void spend(RawHttp http) throws IOException {
        long next = number.incrementAndGet();
        String token = tokens.get((int) (next % tokens.size()));
        int status = http.post(PATH, token, "bench-" + next, body("bench-small"));
        if (status != 201) {
            throw new DevstackFailure("A redemption was answered with " + status + ".");
        }
        served.incrementAndGet();
    }

    /** Two hundred spends of one account at once; it can pay for fewer. */
    Scramble scramble() {
        String token = bed.api().tokens().member(CONTENDED);
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<Long> taken = new ArrayList<>();
        List<Callable<Long>> clients = new ArrayList<>();
        for (int client = 0; client < SCRAMBLE; client++) {
            String key = "scramble-" + client;
            clients.add(
                    () -> {
                        try (RawHttp http = new RawHttp(ledger)) {
                            long began = System.nanoTime();
                            int status = http.post(PATH, token, key, body("bench-small"));
                            synchronized (statuses) {
                                taken.add(System.nanoTime() - began);
                                statuses.merge(status, 1, Integer::sum);
                            }
                        }
                        return 1L;
                    });
        }
        Limits.inParallel(clients);
        served.addAndGet(statuses.getOrDefault(201, 0));
        return new Scramble(statuses, 120, latency(List.of(taken)));
    }

    /** A redemption that takes the last point of ten thousand lots. */
    Latency manyLots() {
        List<Long> taken = new ArrayList<>();
        try (RawHttp http = new RawHttp(ledger)) {
            for (int time = 0; time < MANY_TIMES; time++) {
                String token = bed.api().tokens().member(collector(time));
                long began = System.nanoTime();
                int status = http.post(PATH, token, "many-" + time, body("bench-large"));
                long took = System.nanoTime() - began;
                if (status != 201) {
                    throw new DevstackFailure("A large redemption was answered with " + status);
                }
                served.incrementAndGet();
                if (time >= MANY_DROPPED) {
                    taken.add(took);
                }
            }
        } catch (IOException e) {
            throw new DevstackFailure("A large redemption got no answer: " + e.getMessage(), e);
        }
        return latency(List.of(taken));
    }

    private static String body(String reward) {
        return "{\"reward\":\"" + reward + "\"}";
    }

    private static Latency latency(List<List<Long>> times) {
        return Latency.of(
                times.stream()
                        .flatMapToLong(
                                taken -> LongStream.of(taken.stream().mapToLong(t -> t).toArray()))
                        .toArray());
    }
}
