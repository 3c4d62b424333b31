package dev.cairn.segment.member;

import dev.cairn.kit.db.Jsonb;
import dev.cairn.kit.db.Tx;
import dev.cairn.segment.condition.DayTotals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of members and their days. */
@ApplicationScoped
public class MemberStore {

    /**
     * Locks the members, in the order of their ids, and creates those that are new.
     *
     * @param reach how many days back windows look
     */
    public Map<String, Member> lock(
            Tx tx, Collection<String> ids, long epoch, Instant now, int reach) {
        String[] sorted = new TreeSet<>(ids).toArray(String[]::new);
        tx.update(
                """
                INSERT INTO member (id, seen_at, epoch)
                SELECT id, ?, ? FROM unnest(?::text[]) AS id ORDER BY id
                ON CONFLICT (id) DO NOTHING
                """,
                now,
                epoch,
                sorted);
        return withDays(
                tx,
                tx.query(
                        "SELECT "
                                + MemberRow.COLUMNS
                                + " FROM member WHERE id = ANY (?) ORDER BY id FOR UPDATE",
                        row -> MemberRow.member(row, now, reach),
                        (Object) sorted));
    }

    /** Locks members that are due, oldest first; leaves out those that others have locked. */
    public Map<String, Member> lockDueAndFree(
            Tx tx, long epoch, Instant now, int reach, int limit) {
        return withDays(
                tx,
                tx.query(
                        "SELECT "
                                + MemberRow.COLUMNS
                                + """
                                FROM member WHERE due_at <= ? AND epoch = ?
                                ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
                                """,
                        row -> MemberRow.member(row, now, reach),
                        now,
                        epoch,
                        limit));
    }

    /** Locks one member that is due, waiting for whoever has it locked. */
    public Map<String, Member> lockOneDue(Tx tx, long epoch, Instant now, int reach) {
        return withDays(
                tx,
                tx.query(
                        "SELECT "
                                + MemberRow.COLUMNS
                                + """
                                FROM member WHERE due_at <= ? AND epoch = ?
                                ORDER BY due_at LIMIT 1 FOR UPDATE
                                """,
                        row -> MemberRow.member(row, now, reach),
                        now,
                        epoch));
    }

    /** Locks members that were last evaluated against older definitions. */
    public Map<String, Member> lockStale(Tx tx, long epoch, Instant now, int reach, int limit) {
        return withDays(
                tx,
                tx.query(
                        "SELECT "
                                + MemberRow.COLUMNS
                                + """
                                FROM member WHERE epoch < ?
                                ORDER BY epoch, id LIMIT ? FOR UPDATE SKIP LOCKED
                                """,
                        row -> MemberRow.member(row, now, reach),
                        epoch,
                        limit));
    }

    /** A member as of now, without a lock. */
    public Optional<Member> find(Tx tx, String id, Instant now, int reach) {
        return withDays(
                        tx,
                        tx.query(
                                "SELECT " + MemberRow.COLUMNS + " FROM member WHERE id = ?",
                                row -> MemberRow.member(row, now, reach),
                                id))
                .values()
                .stream()
                .findFirst();
    }

    /** Keeps totals and timers of members that are locked. */
    public void save(Tx tx, Collection<Member> members) {
        var all = List.copyOf(members);
        tx.update(
                """
                UPDATE member m
                SET purchases = c.purchases, net_spend = c.net_spend,
                    first_purchase_at = c.first_purchase_at,
                    last_purchase_at = c.last_purchase_at,
                    first_activity_at = c.first_activity_at,
                    last_activity_at = c.last_activity_at,
                    points_balance = c.points_balance, last_message_at = c.last_message_at,
                    last_reaction_at = c.last_reaction_at, epoch = c.epoch, due_at = c.due_at
                FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::timestamptz[],
                            ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bigint[],
                            ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::timestamptz[])
                     AS c(id, purchases, net_spend, first_purchase_at, last_purchase_at,
                          first_activity_at, last_activity_at, points_balance,
                          last_message_at, last_reaction_at, epoch, due_at)
                WHERE m.id = c.id
                """,
                all.stream().map(Member::id).toArray(String[]::new),
                all.stream().map(m -> m.totals().purchases()).toArray(Long[]::new),
                all.stream().map(m -> m.totals().netSpend()).toArray(Long[]::new),
                all.stream().map(m -> orNull(m.totals().firstPurchaseAt())).toArray(Instant[]::new),
                all.stream().map(m -> orNull(m.totals().lastPurchaseAt())).toArray(Instant[]::new),
                all.stream().map(m -> orNull(m.totals().firstActivityAt())).toArray(Instant[]::new),
                all.stream().map(m -> orNull(m.totals().lastActivityAt())).toArray(Instant[]::new),
                all.stream().map(m -> m.totals().pointsBalance()).toArray(Long[]::new),
                all.stream().map(m -> orNull(m.totals().lastMessageAt())).toArray(Instant[]::new),
                all.stream().map(m -> orNull(m.totals().lastReactionAt())).toArray(Instant[]::new),
                all.stream().map(Member::epoch).toArray(Long[]::new),
                all.stream().map(m -> orNull(m.dueAt())).toArray(Instant[]::new));
    }

    /** Keeps the profile of a member that is locked. */
    public void saveProfile(Tx tx, String id, Profile profile, ZoneHistory zones) {
        tx.update(
                """
                UPDATE member
                SET joined_at = ?, zone = ?, zones = ?, locale = ?, country = ?, birthday = ?,
                    interests = ?, favourite_store = ?, newsletter_topics = ?
                WHERE id = ?
                """,
                profile.joinedAt(),
                profile.zone().getId(),
                Jsonb.of(zones.steps()),
                profile.locale(),
                profile.country().orElse(null),
                profile.birthday().orElse(null),
                Jsonb.of(profile.interests()),
                profile.favouriteStore().orElse(null),
                Jsonb.of(profile.newsletterTopics()),
                id);
    }

    private static Map<String, Member> withDays(Tx tx, List<Member> members) {
        var days = new HashMap<String, List<DayTotals>>();
        tx.query(
                """
                SELECT d.member, d.day, d.purchases, d.net
                FROM unnest(?::text[], ?::date[]) AS m(id, day_from)
                JOIN member_day d ON d.member = m.id AND d.day >= m.day_from
                WHERE d.purchases > 0
                ORDER BY d.member, d.day
                """,
                row ->
                        days.computeIfAbsent(row.text("member"), id -> new ArrayList<>())
                                .add(
                                        new DayTotals(
                                                row.date("day"),
                                                row.longValue("purchases"),
                                                row.longValue("net"))),
                members.stream().map(Member::id).toArray(String[]::new),
                members.stream().map(Member::daysFrom).toArray(LocalDate[]::new));
        return members.stream()
                .map(m -> m.with(m.totals(), days.getOrDefault(m.id(), List.of())))
                .collect(Collectors.toMap(Member::id, m -> m, (a, b) -> a, LinkedHashMap::new));
    }

    private static Instant orNull(Optional<Instant> instant) {
        return instant.orElse(null);
    }
}
