package dev.cairn.rules.award;

import dev.cairn.kit.db.Tx;
import dev.cairn.rules.programme.BudgetedCampaign;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class BudgetStore {

    /** What a campaign promised for an award. */
    record Ceiling(String member, String award, String campaign, long granted) {}

    /** Locks all budgets in id order. */
    Map<String, Budget> lock(Tx tx) {
        return tx
                .query(
                        "SELECT campaign, total, spent FROM budget ORDER BY campaign FOR UPDATE",
                        row ->
                                new Budget(
                                        row.text("campaign"),
                                        row.longValue("total"),
                                        row.longValue("spent")))
                .stream()
                .collect(Collectors.toMap(Budget::campaign, Function.identity()));
    }

    void save(Tx tx, Collection<Budget> budgets) {
        budgets.forEach(
                budget ->
                        tx.update(
                                "UPDATE budget SET spent = ? WHERE campaign = ?",
                                budget.spent(),
                                budget.campaign()));
    }

    void add(Tx tx, List<Ceiling> ceilings) {
        tx.update(
                """
                INSERT INTO ceiling (member, award_id, campaign, granted)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
                """,
                ceilings.stream().map(Ceiling::member).toArray(String[]::new),
                ceilings.stream().map(Ceiling::award).toArray(String[]::new),
                ceilings.stream().map(Ceiling::campaign).toArray(String[]::new),
                ceilings.stream().map(Ceiling::granted).toArray(Long[]::new));
    }

    /** Removes ceilings and returns what they had promised. */
    List<Ceiling> remove(Tx tx, List<String> members, List<String> awards) {
        return tx.query(
                """
                DELETE FROM ceiling c
                USING unnest(?::text[], ?::text[]) AS gone(member, award)
                WHERE c.member = gone.member AND c.award_id = gone.award
                RETURNING c.member, c.award_id, c.campaign, c.granted
                """,
                row ->
                        new Ceiling(
                                row.text("member"),
                                row.text("award_id"),
                                row.text("campaign"),
                                row.longValue("granted")),
                members.toArray(String[]::new),
                awards.toArray(String[]::new));
    }

    /** Sets what a campaign may pay from now on. */
    void define(Tx tx, BudgetedCampaign campaign) {
        tx.update(
                """
                INSERT INTO budget (campaign, total) VALUES (?, ?)
                ON CONFLICT (campaign) DO UPDATE SET total = excluded.total
                """,
                campaign.id(),
                campaign.budget());
    }
}
