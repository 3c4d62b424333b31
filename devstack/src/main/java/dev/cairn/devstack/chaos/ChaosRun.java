package dev.cairn.devstack.chaos;

import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.chaos.Figures.Quantiles;
import dev.cairn.devstack.chaos.oracle.Account;
import dev.cairn.devstack.chaos.oracle.Case;
import dev.cairn.devstack.chaos.oracle.Judge;
import dev.cairn.devstack.chaos.oracle.Verdict;
import dev.cairn.devstack.keycloak.Realm;
import dev.cairn.devstack.process.Await;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** One run: load, harm, quiet, judgement. */
final class ChaosRun {

    private static final int QUIET = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** What is left to chance has so much longer to happen once. */
    private static final Duration PATIENCE_WITH_CHANCE = Duration.ofSeconds(30);

    private static final Duration LAST_STEP = Duration.ofHours(12);

    private final Arena arena;
    private final ChaosOptions options;
    private final History history;
    private final Evidence evidence;
    private final PrintStream out;
    private final Complaints complaints = new Complaints();
    private final Passes passes;
    private final LedgerTime time;
    private final long began = System.nanoTime();

    ChaosRun(
            Arena arena,
            ChaosOptions options,
            History history,
            Evidence evidence,
            PrintStream out) {
        this.evidence = evidence;
        this.arena = arena;
        this.options = options;
        this.history = history;
        this.out = out;
        this.passes = arena.passes();
        this.time = new LedgerTime(arena);
    }

    Figures run(String commit) {
        try (GroupWatch group = new GroupWatch(arena.platform())) {
            Pace pace = Pace.of(options.kills());
            Crowd crowd = new Crowd(new Desks(arena, passes), history, complaints);
            AwardStream awards = new AwardStream(arena.platform(), complaints);
            Observer observer = new Observer(arena, passes, complaints);
            Quiet quiet = new Quiet(arena, time, group);
            Saboteur saboteur = new Saboteur(arena, group);
            Shelf shelf = new Shelf(arena, passes);
            shelf.fill();
            Load load =
                    Load.begin(
                            new Load.Cast(
                                    members(),
                                    quietMembers(),
                                    shelf.rewards(),
                                    crowd,
                                    awards,
                                    observer,
                                    time,
                                    group,
                                    quiet),
                            pace,
                            options.seed(),
                            complaints);
            long warm;
            long firstBlow;
            try (load) {
                LockSupport.parkNanos(pace.warmUp().toNanos());
                warm = System.nanoTime();
                LockSupport.parkNanos(pace.calm().toNanos());
                firstBlow = System.nanoTime();
                strike(saboteur);
                saboteur.awaitLife();
                Await.until(PATIENCE_WITH_CHANCE, () -> crowd.neverGranted().isEmpty());
                LockSupport.parkNanos(pace.calm().toNanos());
            }
            long loadEnded = System.nanoTime();
            awards.close();
            quiet.await(PATIENCE);
            long drain = millis(System.nanoTime() - loadEnded);
            Await.until(PATIENCE, () -> crowd.errands().resolve() == 0);
            if (!time.advance(LAST_STEP, PATIENCE)) {
                complaints.add("the last step of the clock failed");
            }
            quiet.await(PATIENCE);
            observer.look();
            observer.askForProof();
            shelf.check(crowd.takenByReward(), complaints);
            return figures(crowd, awards, saboteur, group, load, warm, firstBlow, drain, commit);
        }
    }

    private void strike(Saboteur saboteur) {
        Schedule schedule = Schedule.of(options);
        int number = 0;
        for (Strike strike : schedule.strikes()) {
            saboteur.strike(strike);
            number++;
            out.printf(
                    "  %5.1f s  %3d of %d  %s%n",
                    millis(System.nanoTime() - began) / 1000.0,
                    number,
                    schedule.strikes().size(),
                    strike.fault().label());
        }
    }

    private Figures figures(
            Crowd crowd,
            AwardStream awards,
            Saboteur saboteur,
            GroupWatch group,
            Load load,
            long warm,
            long firstBlow,
            long drain,
            String commit) {
        Verdict verdict = Verdict.NOTHING;
        long records;
        long distinct;
        try (Connection connection = arena.database()) {
            BooksReader books = new BooksReader(connection, arena.platform());
            List<String> all = new ArrayList<>(members());
            all.addAll(quietMembers());
            List<Case> cases = books.read(all, crowd.wishes());
            Map<Account, Verdict> verdicts = Judge.judge(cases, Programme.RULES, time.now());
            for (Case one : cases) {
                Verdict its = verdicts.get(one.account());
                if (!its.holds()) {
                    evidence.keep(one, its);
                }
                verdict = verdict.and(its);
                complaints.looked();
            }
            records = books.records();
            distinct = books.distinct();
        } catch (SQLException e) {
            throw new DevstackFailure("The books cannot be read: " + e.getMessage(), e);
        }
        complaints.check(
                records >= awards.taken(),
                "the topic has %d records of %d that the broker took"
                        .formatted(records, awards.taken()));
        complaints.check(
                verdict.allPostings() > 0 && history.count("ok") > 0 && records > 0,
                "nothing happened, so nothing is proven");
        complaints.check(
                crowd.neverGranted().isEmpty(),
                "never granted, so nothing is proven of it: " + crowd.neverGranted());
        complaints.check(verdict.clipped() > 0, "no limit clipped any award");
        long duplicates =
                records
                        - distinct
                        + saboteur.rewound()
                        + crowd.errands().repeated()
                        + verdict.repeated();
        Map<Fault, Integer> blows = new TreeMap<>();
        saboteur.blows().forEach(blow -> blows.merge(blow.strike().fault(), 1, Integer::sum));
        Map<String, Long> commands = new TreeMap<>();
        List.of("ok", "refused", "fail", "unknown")
                .forEach(type -> commands.put(type, history.count(type)));
        return new Figures(
                blows,
                saboteur.blows().stream().mapToInt(blow -> blow.strike().fault().kills()).sum(),
                commands,
                new TreeMap<>(crowd.granted()),
                crowd.errands().resolved(),
                crowd.errands().resolve(),
                records,
                verdict,
                complaints.looks(),
                complaints.all(),
                group.deadLetters(),
                Figures.recovery(saboteur.blows(), history.successes()),
                drain,
                load.mostLag(),
                duplicates,
                quantiles(warm, firstBlow),
                quantiles(firstBlow, Long.MAX_VALUE),
                millis(System.nanoTime() - began) / 1000,
                options.seed(),
                commit);
    }

    private Quantiles quantiles(long from, long to) {
        return Quantiles.of(
                history.successes().stream()
                        .filter(s -> s.invokedAt() >= from && s.invokedAt() < to)
                        .map(s -> millis(s.answeredAt() - s.invokedAt()))
                        .toList());
    }

    private List<String> members() {
        return IntStream.rangeClosed(1, options.members()).mapToObj(Realm::member).toList();
    }

    private List<String> quietMembers() {
        int last = options.members();
        return IntStream.rangeClosed(last + 1, last + QUIET).mapToObj(Realm::member).toList();
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
