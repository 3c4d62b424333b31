package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.oracle.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Members, shops, readers and the clock, all at once, until somebody says that it is enough. */
final class Load implements AutoCloseable {

    private static final Duration SHOPPING = Duration.ofMillis(25);
    private static final Duration LOOKING = Duration.ofMillis(900);
    private static final Duration PROVING = Duration.ofSeconds(4);
    private static final Duration DAYLIGHT = Duration.ofSeconds(7);

    /** So far the clocks move at once, and so far apart they may be for a moment. */
    static final Duration STEP = Duration.ofHours(30);

    private static final Duration CLOCK_PATIENCE = Duration.ofSeconds(180);

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong mostLag = new AtomicLong();
    private final Complaints complaints;
    private volatile boolean enough;

    private Load(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Who takes part. */
    record Cast(
            List<String> members,
            List<String> quietMembers,
            List<Reward> rewards,
            Crowd crowd,
            AwardStream awards,
            Observer observer,
            LedgerTime time,
            GroupWatch group,
            Quiet quiet) {}

    static Load begin(Cast cast, Pace pace, long seed, Complaints complaints) {
        Load load = new Load(complaints);
        Draft draft = new Draft(new Random(seed), cast.members(), cast.quietMembers());
        load.every(
                pace.earning(), () -> draft.next(cast.time().now()).forEach(cast.awards()::send));
        for (int n = 1; n <= pace.shoppers(); n++) {
            Random random = new Random(seed + n);
            load.every(SHOPPING, () -> shop(cast, random));
        }
        load.every(LOOKING, cast.observer()::look);
        load.every(PROVING, cast.observer()::askForProof);
        load.every(
                LOOKING,
                () -> load.mostLag.accumulateAndGet(cast.quiet().lag().orElse(0), Math::max));
        load.every(
                DAYLIGHT,
                () -> {
                    if (!cast.time().advance(STEP, CLOCK_PATIENCE)) {
                        complaints.add("a clock could not be set for three minutes");
                    }
                });
        return load;
    }

    long mostLag() {
        return mostLag.get();
    }

    /** Ends it; whatever is under way is finished. */
    @Override
    public void close() {
        enough = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Every third wish is that of the same member, and some are sent twice or cancelled. */
    private static void shop(Cast cast, Random random) {
        int ticket = random.nextInt(100);
        int atOnce = random.nextInt(20) == 0 ? 2 : 1;
        Crowd crowd = cast.crowd();
        String member = someone(cast, random);
        Reward reward = cast.rewards().get(random.nextInt(cast.rewards().size()));
        if (ticket < 29) {
            crowd.redeem(member, reward, atOnce);
        } else if (ticket < 37) {
            crowd.cancelOne(atOnce);
        } else if (ticket < 49) {
            crowd.hold(member, random.nextInt(10, 200), hours(random), atOnce);
        } else if (ticket < 54) {
            crowd.extendOne(hours(random), atOnce);
        } else if (ticket < 64) {
            double share = random.nextInt(3) == 0 ? 0 : random.nextDouble();
            crowd.settleOne(random.nextInt(3) == 0 ? 1 : share, atOnce);
        } else if (ticket < 72) {
            give(cast, member, random, atOnce);
        } else if (ticket < 78) {
            crowd.pay(member, random.nextInt(10, 150), hours(random), atOnce);
        } else if (ticket < 81) {
            crowd.refundOne(random.nextInt(3) == 0 ? 1 : random.nextDouble(), atOnce);
        } else if (ticket < 87) {
            boolean back = random.nextInt(3) == 0;
            String from = back ? Programme.MILES : Account.POINTS;
            String into = back ? Account.POINTS : Programme.MILES;
            crowd.convert(new Account(member, from), into, random.nextInt(5, 90), atOnce);
        } else if (ticket < 93) {
            long points = random.nextInt(1, 4 * (int) Programme.ALONE);
            crowd.adjust(member, random.nextBoolean() ? -points : points, atOnce);
        } else if (ticket < 98) {
            crowd.decideOne(random.nextInt(4) > 0);
        } else {
            crowd.reuseKey(reward);
        }
    }

    /** Points wander to and fro, so that some come back to whom they were awarded. */
    private static void give(Cast cast, String from, Random random, int atOnce) {
        String to = someone(cast, random);
        if (!to.equals(from)) {
            cast.crowd().give(from, to, random.nextInt(1, 150), atOnce);
        }
    }

    private static String someone(Cast cast, Random random) {
        return cast.members()
                .get(random.nextInt(3) == 0 ? 0 : random.nextInt(cast.members().size()));
    }

    private static Duration hours(Random random) {
        return Duration.ofHours(random.nextInt(6, 120));
    }

    private void every(Duration pause, Runnable work) {
        threads.add(
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    while (!enough) {
                                        guarded(work);
                                        LockSupport.parkNanos(pause.toNanos());
                                    }
                                }));
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error broken) {
            complaints.add("the load broke: " + broken);
        }
    }
}
