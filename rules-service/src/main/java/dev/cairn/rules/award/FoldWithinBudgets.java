package dev.cairn.rules.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.kit.db.Tx;
import dev.cairn.rules.award.BudgetStore.Ceiling;
import dev.cairn.rules.evaluation.Award;
import dev.cairn.rules.evaluation.Evaluation;
import dev.cairn.rules.evaluation.History;
import dev.cairn.rules.evaluation.MemberState;
import dev.cairn.rules.history.HistoryStore;
import dev.cairn.rules.programme.BudgetedCampaign;
import dev.cairn.rules.programme.Programme;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Folds members, and lets the budgets decide about campaign awards that are new: once per award, in
 * the transaction that pays it. An award that is gone gives its budget back.
 */
@Startup
@ApplicationScoped
class FoldWithinBudgets {
    static final String FOLD = "cairn_rules_fold";

    private final Programme programme;
    private final HistoryStore histories;
    private final BudgetStore budgets;
    private final Timer timer;

    FoldWithinBudgets(
            Programme programme,
            HistoryStore histories,
            BudgetStore budgets,
            MeterRegistry metrics) {
        this.programme = programme;
        this.histories = histories;
        this.budgets = budgets;
        this.timer =
                Timer.builder(FOLD)
                        .description("Loading and folding the histories of one batch of members")
                        .register(metrics);
    }

    /** The states of members whose rows are locked, in id order. */
    Map<String, MemberState> fold(Tx tx, Collection<String> members, Instant now) {
        return timer.record(() -> foldAll(tx, members, now));
    }

    private Map<String, MemberState> foldAll(Tx tx, Collection<String> members, Instant now) {
        var loaded = new TreeMap<>(histories.load(tx, members));
        var states = new TreeMap<String, MemberState>();
        loaded.forEach((m, history) -> states.put(m, Evaluation.fold(history, programme, now)));

        var wanted = new ArrayList<Ceiling>();
        var gone = new ArrayList<Ceiling>();
        states.forEach((m, state) -> compare(m, loaded.get(m), state, wanted, gone));
        if (!wanted.isEmpty() || !gone.isEmpty()) {
            var less = decide(tx, wanted, gone);
            less.forEach(
                    (member, ceilings) ->
                            states.put(
                                    member,
                                    Evaluation.fold(
                                            within(loaded.get(member), ceilings), programme, now)));
        }
        return states;
    }

    private void compare(
            String member,
            History history,
            MemberState state,
            List<Ceiling> wanted,
            List<Ceiling> gone) {
        var campaign =
                state.awards().stream()
                        .filter(award -> award.category() == AwardCategory.CAMPAIGN)
                        .collect(Collectors.toMap(Award::id, award -> award));
        campaign.values().stream()
                .filter(award -> !history.ceilings().containsKey(award.id()))
                .map(a -> new Ceiling(member, a.id(), a.rule(), a.points()))
                .forEach(wanted::add);
        history.ceilings().keySet().stream()
                .filter(award -> !campaign.containsKey(award))
                .map(award -> new Ceiling(member, award, "", 0))
                .forEach(gone::add);
    }

    /** Returns, by member, the ceilings of those who get less than they would have. */
    private Map<String, Map<String, Long>> decide(Tx tx, List<Ceiling> wanted, List<Ceiling> gone) {
        var locked = new HashMap<>(budgets.lock(tx));
        if (!gone.isEmpty()) {
            budgets.remove(
                            tx,
                            gone.stream().map(Ceiling::member).toList(),
                            gone.stream().map(Ceiling::award).toList())
                    .forEach(
                            c ->
                                    locked.computeIfPresent(
                                            c.campaign(), (k, b) -> b.giveBack(c.granted())));
        }
        var granted = new ArrayList<Ceiling>();
        var less = new HashMap<String, Map<String, Long>>();
        for (var wish : wanted) {
            var budget = locked.get(wish.campaign());
            var points = budget.grant(wish.granted());
            locked.put(wish.campaign(), budget.promise(points));
            granted.add(new Ceiling(wish.member(), wish.award(), wish.campaign(), points));
            if (points < wish.granted()) {
                less.computeIfAbsent(wish.member(), m -> new HashMap<>()).put(wish.award(), points);
            }
        }
        budgets.add(tx, granted);
        budgets.save(tx, locked.values());
        return less;
    }

    private static History within(History history, Map<String, Long> ceilings) {
        var all = new HashMap<>(history.ceilings());
        all.putAll(ceilings);
        return history.within(all);
    }

    /** Makes the programme's budgets known. */
    void define(Tx tx) {
        programme.rules().stream()
                .filter(BudgetedCampaign.class::isInstance)
                .map(BudgetedCampaign.class::cast)
                .forEach(campaign -> budgets.define(tx, campaign));
    }
}
