package dev.cairn.rules.award;

import dev.cairn.contracts.RewardEvent;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.kit.outbox.Outbox.Effect;
import dev.cairn.rules.award.AwardStore.Change;
import dev.cairn.rules.evaluation.MemberState;
import dev.cairn.rules.programme.Programme;
import dev.cairn.rules.programme.TierLadder;
import dev.cairn.rules.state.MemberStateStore;
import dev.cairn.rules.state.MemberStateStore.Locked;
import dev.cairn.rules.state.Snapshot;
import dev.cairn.rules.state.States;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Works out members anew and tells the others what changed. */
@ApplicationScoped
public class EvaluateMembers {
    private static final String CURRENCY = "points";

    private final CairnClock clock;
    private final Programme programme;
    private final FoldWithinBudgets folding;
    private final States states;
    private final AwardStore awards;
    private final Outbox outbox;
    private final AwardMetrics metrics;

    EvaluateMembers(
            CairnClock clock,
            Programme programme,
            FoldWithinBudgets folding,
            States states,
            AwardStore awards,
            Outbox outbox,
            AwardMetrics metrics) {
        this.clock = clock;
        this.programme = programme;
        this.folding = folding;
        this.states = states;
        this.awards = awards;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** Evaluates the members that something happened to. Doing it again changes nothing. */
    public void evaluate(Tx tx, Triggers triggers) {
        if (triggers.members().isEmpty()) {
            return;
        }
        var now = clock.instant();
        var locked = states.lock(tx, triggers.members());
        var found = folding.fold(tx, triggers.members(), now);
        var registers = awards.registers(tx, triggers.members());
        var announced = awards.announced(tx, triggers.members());

        var work = new Work(triggers, now);
        found.forEach(
                (member, state) -> {
                    work.reconcile(member, registers.get(member), state);
                    work.announce(member, announced.get(member), state);
                    work.remember(locked.get(member), state);
                });
        if (!work.changes.isEmpty()) {
            awards.set(tx, work.changes);
        }
        if (!work.toldKeys.isEmpty()) {
            awards.announce(tx, work.toldMembers, work.toldKeys);
        }
        states.save(tx, work.found);
        outbox.append(tx, work.effects);
        metrics.countAfterCommit(tx, work.moves, work.news);
    }

    /** What one transaction has to write. */
    private final class Work {
        private final Triggers triggers;
        private final Instant now;
        private final List<Change> changes = new ArrayList<>();
        private final List<AwardMetrics.Change> moves = new ArrayList<>();
        private final List<RewardEvent> news = new ArrayList<>();
        private final List<Effect> effects = new ArrayList<>();
        private final List<String> toldMembers = new ArrayList<>();
        private final List<String> toldKeys = new ArrayList<>();
        private final List<MemberStateStore.Found> found = new ArrayList<>();

        Work(Triggers triggers, Instant now) {
            this.triggers = triggers;
            this.now = now;
        }

        void reconcile(String member, Map<String, Register> registers, MemberState state) {
            var worth = new HashMap<String, Long>();
            registers.forEach((award, register) -> worth.put(award, register.points()));
            for (var register : Reconciliation.changes(registers, state.awards())) {
                changes.add(new Change(member, register));
                var before =
                        Objects.requireNonNullElse(
                                worth.put(register.awardId(), register.points()), 0L);
                moves.add(AwardMetrics.Change.between(before, register.points()));
                var cause = triggers.of(member, register.activityId());
                effects.add(new Effect(cause, awardSet(member, register)));
            }
        }

        void announce(String member, Set<String> announced, MemberState state) {
            for (var announcement : state.announcements()) {
                if (announced.add(announcement.key())) {
                    toldMembers.add(member);
                    toldKeys.add(announcement.key());
                    tell(member, announcement.event());
                }
            }
        }

        void remember(Locked before, MemberState state) {
            var tier = state.tier();
            var since = before.tierSince();
            if (tier.isPresent()) {
                var move = TierMove.between(before, tier.get(), tiers(), now);
                move.ifPresent(event -> tell(before.member(), event));
                since = move.map(RewardEvent::occurredAt).orElse(since);
            }
            found.add(
                    new MemberStateStore.Found(
                            before.member(),
                            Snapshot.of(state, programme.version(), before.seq() + 1),
                            tier.map(goal -> goal.current()).orElse(before.tier()),
                            since,
                            state.wakeAt()));
        }

        private void tell(String member, RewardEvent event) {
            effects.add(new Effect(triggers.of(member), event));
            news.add(event);
        }
    }

    private TierLadder tiers() {
        return programme.rules().stream()
                .filter(TierLadder.class::isInstance)
                .map(TierLadder.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private AwardSet awardSet(String member, Register register) {
        return new AwardSet(
                register.awardId(),
                register.revision(),
                member,
                CURRENCY,
                register.points(),
                register.category(),
                register.occurredAt(),
                null,
                register.expiresAt(),
                null,
                register.rule(),
                String.valueOf(programme.version()),
                register.activityId(),
                register.reason());
    }
}
