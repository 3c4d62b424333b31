package dev.cairn.segment.member;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cairn.kit.db.Jsonb;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.segment.condition.DayTotals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of members and their days. */
@ApplicationScoped
public class MemberStore {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<ZoneHistory.Step>> STEPS = new TypeReference<>() {};
    private static final String COLUMNS =
            """
            id, seen_at, joined_at, zone, zones, locale, country, birthday, interests,
            favourite_store, newsletter_topics, purchases, net_spend, first_purchase_at,
            last_purchase_at, first_activity_at, last_activity_at, points_balance, epoch, due_at
            """;

    /**
     * How far the clock and a calendar day may be apart: zones reach from UTC-12 to UTC+14, so one
     * day more than the longest window on each side is always enough.
     */
    private static final int SLACK_DAYS = 2;

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
                                + COLUMNS
                                + " FROM member WHERE id = ANY (?) ORDER BY id FOR UPDATE",
                        row -> member(row, now, reach),
                        (Object) sorted));
    }

    /** Locks members that are due, oldest first; leaves out those that others have locked. */
    public Map<String, Member> lockDueAndFree(
            Tx tx, long epoch, Instant now, int reach, int limit) {
        return withDays(
                tx,
                tx.query(
                        "SELECT "
                                + COLUMNS
                                + """
                                FROM member WHERE due_at <= ? AND epoch = ?
                                ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
                                """,
                        row -> member(row, now, reach),
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
                                + COLUMNS
                                + """
                                FROM member WHERE due_at <= ? AND epoch = ?
                                ORDER BY due_at LIMIT 1 FOR UPDATE
                                """,
                        row -> member(row, now, reach),
                        now,
                        epoch));
    }

    /** Locks members that were last evaluated against older definitions. */
    public Map<String, Member> lockStale(Tx tx, long epoch, Instant now, int reach, int limit) {
        return withDays(
                tx,
                tx.query(
                        "SELECT "
                                + COLUMNS
                                + """
                                FROM member WHERE epoch < ?
                                ORDER BY epoch, id LIMIT ? FOR UPDATE SKIP LOCKED
                                """,
                        row -> member(row, now, reach),
                        epoch,
                        limit));
    }

    /** A member as of now, without a lock. */
    public Optional<Member> find(Tx tx, String id, Instant now, int reach) {
        return withDays(
                        tx,
                        tx.query(
                                "SELECT " + COLUMNS + " FROM member WHERE id = ?",
                                row -> member(row, now, reach),
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
                    points_balance = c.points_balance, epoch = c.epoch, due_at = c.due_at
                FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::timestamptz[],
                            ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bigint[],
                            ?::bigint[], ?::timestamptz[])
                     AS c(id, purchases, net_spend, first_purchase_at, last_purchase_at,
                          first_activity_at, last_activity_at, points_balance, epoch, due_at)
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
                .collect(
                        Collectors.toMap(
                                Member::id, m -> m, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private static Member member(Row row, Instant now, int reach) throws SQLException {
        Optional<Instant> dueAt = Optional.ofNullable(row.instantOrNull("due_at"));
        Instant earliest = dueAt.filter(now::isAfter).orElse(now);
        return new Member(
                row.text("id"),
                row.instant("seen_at"),
                row.instantOrNull("joined_at") == null ? Optional.empty() : Optional.of(profile(row)),
                new ZoneHistory(row.json("zones", STEPS)),
                new Totals(
                        row.longValue("purchases"),
                        row.longValue("net_spend"),
                        Optional.ofNullable(row.instantOrNull("first_purchase_at")),
                        Optional.ofNullable(row.instantOrNull("last_purchase_at")),
                        Optional.ofNullable(row.instantOrNull("first_activity_at")),
                        Optional.ofNullable(row.instantOrNull("last_activity_at")),
                        row.longValue("points_balance")),
                LocalDate.ofInstant(earliest, ZoneOffset.UTC).minusDays(reach + SLACK_DAYS),
                List.of(),
                row.longValue("epoch"),
                dueAt);
    }

    private static Profile profile(Row row) throws SQLException {
        return new Profile(
                ZoneId.of(row.text("zone")),
                row.text("locale"),
                Optional.ofNullable(row.textOrNull("country")),
                row.instant("joined_at"),
                Optional.ofNullable(row.textOrNull("birthday")),
                row.json("interests", TEXTS),
                Optional.ofNullable(row.textOrNull("favourite_store")),
                row.json("newsletter_topics", TEXTS));
    }

    private static Instant orNull(Optional<Instant> instant) {
        return instant.orElse(null);
    }
}
