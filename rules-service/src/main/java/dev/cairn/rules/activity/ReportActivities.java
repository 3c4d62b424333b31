package dev.cairn.rules.activity;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.kit.outbox.Outbox.Effect;
import dev.cairn.rules.history.EventLogStore;
import dev.cairn.rules.history.EventLogStore.Key;
import dev.cairn.rules.history.LoggedActivity;
import dev.cairn.rules.programme.Programme;
import dev.cairn.rules.state.MemberStateStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes reported activities: each is kept and on its way to the topic, or refused with a reason.
 */
@ApplicationScoped
class ReportActivities {
    private final CairnClock clock;
    private final Programme programme;
    private final Database database;
    private final EventLogStore log;
    private final MemberStateStore states;
    private final Outbox outbox;
    private final ActivityMetrics metrics;

    ReportActivities(
            CairnClock clock,
            Programme programme,
            Database database,
            EventLogStore log,
            MemberStateStore states,
            Outbox outbox,
            ActivityMetrics metrics) {
        this.clock = clock;
        this.programme = programme;
        this.database = database;
        this.log = log;
        this.states = states;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** A verdict for each item, in the same order. */
    List<Verdict> report(List<Reading> items) {
        var verdicts = new Verdict[items.size()];
        var sound = new ArrayList<Candidate>();
        var now = clock.instant();
        for (var i = 0; i < verdicts.length; i++) {
            switch (items.get(i)) {
                case Reading.Unreadable bad ->
                        verdicts[i] = new Verdict.Refused(bad.id(), bad.problem());
                case Reading.Activity activity -> {
                    var refusal = ActivityCheck.refusal(activity.event(), programme, now);
                    if (refusal.isPresent()) {
                        var id = activity.event().activityId();
                        verdicts[i] = new Verdict.Refused(id, refusal.get());
                    } else {
                        var logged = LoggedActivity.of(activity.event());
                        sound.add(new Candidate(i, logged, activity));
                    }
                }
            }
        }
        if (!sound.isEmpty()) {
            database.transact(tx -> admit(tx, sound, verdicts));
        }
        for (var i = 0; i < verdicts.length; i++) {
            metrics.reported(items.get(i), verdicts[i]);
        }
        return Arrays.asList(verdicts);
    }

    private record Candidate(int index, LoggedActivity logged, Reading.Activity activity) {
        Key key() {
            return Key.of(logged.event());
        }
    }

    private void admit(Tx tx, List<Candidate> candidates, Verdict[] verdicts) {
        lockThoseWhoReturn(tx, candidates);
        var admission = new Admission(known(tx, candidates));
        var accepted = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            var verdict = admission.decide(candidate.logged());
            verdicts[candidate.index()] = verdict;
            if (verdict instanceof Verdict.Accepted) {
                accepted.add(candidate);
            }
        }
        keep(tx, accepted, verdicts);
    }

    private void keep(Tx tx, List<Candidate> accepted, Verdict[] verdicts) {
        var activities = accepted.stream().map(Candidate::logged).toList();
        var added = new HashSet<>(log.add(tx, activities, clock.instant()));
        outbox.append(
                tx,
                accepted.stream()
                        .filter(candidate -> added.contains(candidate.key()))
                        .map(c -> new Effect(c.activity().cause(), c.logged().event()))
                        .toList());
        accepted.stream()
                .filter(candidate -> !added.contains(candidate.key()))
                .forEach(c -> verdicts[c.index()] = reportedMeanwhile(tx, c));
    }

    /** Somebody else reported the same id between our look and our insert. */
    private Verdict reportedMeanwhile(Tx tx, Candidate candidate) {
        var id = candidate.logged().event().activityId();
        var first = log.find(tx, Set.of(candidate.key())).getFirst();
        return first.sameContent(candidate.logged())
                ? new Verdict.Duplicate(id)
                : Admission.reused(id);
    }

    /** Two returns of one purchase must not both see the same pieces left. */
    private void lockThoseWhoReturn(Tx tx, List<Candidate> candidates) {
        var members =
                candidates.stream()
                        .map(candidate -> candidate.logged().event())
                        .filter(event -> !(event instanceof ActivityRecorded))
                        .map(ActivityEvent::memberId)
                        .toList();
        if (!members.isEmpty()) {
            states.lock(tx, members);
        }
    }

    private List<LoggedActivity> known(Tx tx, List<Candidate> candidates) {
        var meant = new LinkedHashSet<Key>();
        var all = new LinkedHashSet<Key>();
        for (var candidate : candidates) {
            all.add(candidate.key());
            targets(candidate.logged().event()).forEach(meant::add);
        }
        all.addAll(meant);
        var found = log.find(tx, all);
        if (meant.isEmpty()) {
            return found;
        }
        var returns = log.followUps(tx, meant);
        var voids = log.followUps(tx, returns.stream().map(r -> Key.of(r.event())).toList());
        return Stream.of(found, returns, voids).flatMap(List::stream).distinct().toList();
    }

    private static Stream<Key> targets(ActivityEvent event) {
        return switch (event) {
            case ActivityRecorded recorded -> Stream.empty();
            case ActivityReturned back -> Stream.of(new Key(back.source(), back.of()));
            case ActivityVoided gone -> Stream.of(new Key(gone.source(), gone.of()));
        };
    }
}
