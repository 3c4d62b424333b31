package dev.cairn.rules.activity;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.Event;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.kit.intake.Intake;
import dev.cairn.kit.intake.Subscription;
import dev.cairn.rules.award.EvaluateMembers;
import dev.cairn.rules.award.Triggers;
import dev.cairn.rules.history.EventLogStore;
import dev.cairn.rules.history.EventLogStore.Key;
import dev.cairn.rules.history.LoggedActivity;
import dev.cairn.rules.programme.Programme;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Evaluates what was reported here, and what other producers put on the topic. */
@Startup
@ApplicationScoped
public class ActivityConsumer {
    private final Subscription reported;
    private final CairnClock clock;
    private final Programme programme;
    private final EventLogStore log;
    private final EvaluateMembers evaluation;
    private final ActivityMetrics metrics;

    ActivityConsumer(
            Intake intake,
            CairnClock clock,
            Programme programme,
            EventLogStore log,
            EvaluateMembers evaluation,
            ActivityMetrics metrics) {
        this.reported = intake.subscribeWithoutInbox(Topics.ACTIVITIES, this::handle);
        this.clock = clock;
        this.programme = programme;
        this.log = log;
        this.evaluation = evaluation;
        this.metrics = metrics;
    }

    @Incoming("activities")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        reported.take(batch);
    }

    private void handle(Tx tx, List<Delivery<Event>> deliveries) {
        var activities = new ArrayList<LoggedActivity>();
        var triggers = new Triggers();
        for (var delivery : deliveries) {
            if (delivery.event() instanceof ActivityEvent event) {
                check(event);
                activities.add(LoggedActivity.of(event));
                triggers.add(event, delivery.cause());
            }
        }
        keep(tx, activities);
        evaluation.evaluate(tx, triggers);
    }

    private void check(ActivityEvent event) {
        ActivityCheck.refusal(event, programme, clock.instant())
                .ifPresent(
                        problem -> {
                            throw new BadRecord(problem.getMessage());
                        });
    }

    private void countNew(List<LoggedActivity> activities, Set<Key> added) {
        activities.stream()
                .map(LoggedActivity::event)
                .filter(event -> added.remove(Key.of(event)))
                .forEach(metrics::heard);
    }

    /** Adds what is new; what is known must be a repetition. */
    private void keep(Tx tx, List<LoggedActivity> activities) {
        var keys = new HashSet<Key>();
        activities.forEach(activity -> keys.add(Key.of(activity.event())));
        var added = new HashSet<>(log.add(tx, activities, clock.instant()));
        tx.afterCommit(() -> countNew(activities, added));
        if (added.size() == activities.size()) {
            return;
        }
        var hashes = log.hashes(tx, keys);
        for (var activity : activities) {
            if (!Arrays.equals(hashes.get(Key.of(activity.event())), activity.hash())) {
                throw new BadRecord("the activity id was used with other content");
            }
        }
    }
}
