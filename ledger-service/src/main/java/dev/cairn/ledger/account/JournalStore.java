package dev.cairn.ledger.account;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The journal. It only ever grows; the database lets the application do nothing else. */
@ApplicationScoped
class JournalStore {
    /**
     * Writes postings with their lines, in one statement however many there are. Arrays are taken
     * apart where the row is made: a function in {@code FROM} would keep each of them once more.
     */
    void append(Tx tx, List<Posting> postings, Instant now) {
        tx.later(
                """
                INSERT INTO posting (id, key, member_id, currency, version, kind, points,
                                     balance_after, award_id, category, redemption_id,
                                     reference_id, reason, occurred_at, pots, amounts, lots,
                                     lot_kinds, lot_amounts, recorded_at)
                SELECT unnest(?::uuid[]), unnest(?::text[]), unnest(?::text[]), unnest(?::text[]),
                       unnest(?::bigint[]), unnest(?::text[]), unnest(?::bigint[]),
                       unnest(?::bigint[]), unnest(?::text[]), unnest(?::text[]),
                       unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::text[]),
                       unnest(?::timestamptz[]), unnest(?::text[])::text[],
                       unnest(?::text[])::bigint[], unnest(?::text[])::uuid[],
                       unnest(?::text[])::text[], unnest(?::text[])::bigint[], ?
                """,
                column(postings, Posting::id, UUID[]::new),
                column(postings, Posting::key, String[]::new),
                column(postings, p -> p.account().memberId(), String[]::new),
                column(postings, p -> p.account().currency(), String[]::new),
                column(postings, Posting::version, Long[]::new),
                column(postings, p -> p.kind().name(), String[]::new),
                column(postings, Posting::points, Long[]::new),
                column(postings, Posting::balanceAfter, Long[]::new),
                column(postings, JournalStore::awardId, String[]::new),
                column(postings, JournalStore::category, String[]::new),
                column(postings, JournalStore::redemptionId, UUID[]::new),
                column(postings, JournalStore::referenceId, UUID[]::new),
                column(postings, Posting::reason, String[]::new),
                column(postings, Posting::occurredAt, Instant[]::new),
                column(postings, p -> array(p.entries(), e -> e.pot().name()), String[]::new),
                column(postings, p -> array(p.entries(), Entry::amount), String[]::new),
                column(postings, p -> array(p.uses(), LotUse::lotId), String[]::new),
                column(postings, p -> array(p.uses(), u -> u.kind().name()), String[]::new),
                column(postings, p -> array(p.uses(), LotUse::amount), String[]::new),
                now);
    }

    /** The database's notation of an array of names, ids or numbers; null when it is empty. */
    private static <T> String array(List<T> lines, Function<T, Object> value) {
        if (lines.isEmpty()) {
            return null;
        }
        var text = new StringJoiner(",", "{", "}");
        lines.forEach(line -> text.add(value.apply(line).toString()));
        return text.toString();
    }

    /** What a posting took from which lots. */
    List<LotUse> usesOf(Tx tx, UUID postingId) {
        return tx.query(
                """
                SELECT lot_id, kind, amount
                FROM lot_use
                WHERE posting_id = ?
                ORDER BY lot_id
                """,
                row ->
                        new LotUse(
                                row.uuid("lot_id"),
                                LotUse.Kind.valueOf(row.text("kind")),
                                row.longValue("amount")),
                postingId);
    }

    /** What all postings about this took from which lots, net, by kind. */
    List<LotUse> usesAbout(Tx tx, UUID referenceId) {
        return tx.query(
                """
                SELECT lot_id, u.kind, sum(amount)::bigint AS amount
                FROM lot_use AS u
                JOIN posting AS p ON p.id = u.posting_id
                WHERE p.reference_id = ?
                GROUP BY lot_id, u.kind
                HAVING sum(amount) <> 0
                ORDER BY lot_id
                """,
                row ->
                        new LotUse(
                                row.uuid("lot_id"),
                                LotUse.Kind.valueOf(row.text("kind")),
                                row.longValue("amount")),
                referenceId);
    }

    /**
     * When these things happened to an account, in its order.
     *
     * @param since from this posting on, or from the first capture of this hold on
     */
    List<Instant> occurred(Tx tx, AccountId id, Collection<PostingKind> kinds, UUID since) {
        return tx.query(
                """
                SELECT occurred_at
                FROM posting
                WHERE member_id = ? AND currency = ? AND kind = ANY (?)
                  AND version >= (SELECT min(version)
                                  FROM posting
                                  WHERE id = ? OR reference_id = ? AND kind = 'HOLD_CAPTURED')
                ORDER BY version
                """,
                row -> row.instant("occurred_at"),
                id.memberId(),
                id.currency(),
                kinds.stream().map(PostingKind::name).toArray(String[]::new),
                since,
                since);
    }

    private static String awardId(Posting posting) {
        return posting.subject() instanceof Subject.Award award ? award.awardId() : null;
    }

    private static String category(Posting posting) {
        return posting.subject() instanceof Subject.Award award && award.category() != null
                ? award.category().name()
                : null;
    }

    private static UUID redemptionId(Posting posting) {
        return switch (posting.subject()) {
            case Subject.Redemption redemption -> redemption.redemptionId();
            case Subject.Hold hold -> hold.redemptionId();
            case Subject.Award award -> null;
            case Subject.Transfer transfer -> null;
            case Subject.Conversion conversion -> null;
            case Subject.Deed deed -> null;
            case Subject.Time time -> null;
        };
    }

    private static UUID referenceId(Posting posting) {
        return switch (posting.subject()) {
            case Subject.Hold hold -> hold.holdId();
            case Subject.Transfer transfer -> transfer.transferId();
            case Subject.Conversion conversion -> conversion.conversionId();
            case Subject.Deed deed -> deed.id();
            case Subject.Award award -> null;
            case Subject.Redemption redemption -> null;
            case Subject.Time time -> null;
        };
    }

    private static <T, C> C[] column(List<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
