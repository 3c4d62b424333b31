package dev.cairn.segment.member;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cairn.kit.db.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A row of the table of members. */
final class MemberRow {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<ZoneHistory.Step>> STEPS = new TypeReference<>() {};
    static final String COLUMNS =
            """
            id, seen_at, joined_at, zone, zones, locale, country, birthday, interests,
            favourite_store, newsletter_topics, purchases, net_spend, first_purchase_at,
            last_purchase_at, first_activity_at, last_activity_at, points_balance,
            last_message_at, last_reaction_at, epoch, due_at
            """;

    /**
     * How far the clock and a calendar day may be apart: zones reach from UTC-12 to UTC+14, so one
     * day more than the longest window on each side is always enough.
     */
    private static final int SLACK_DAYS = 2;

    private MemberRow() {}

    /** The member, for now without its days. */
    static Member member(Row row, Instant now, int reach) throws SQLException {
        Optional<Instant> dueAt = Optional.ofNullable(row.instantOrNull("due_at"));
        Instant earliest = dueAt.filter(now::isAfter).orElse(now);
        return new Member(
                row.text("id"),
                row.instant("seen_at"),
                row.instantOrNull("joined_at") == null
                        ? Optional.empty()
                        : Optional.of(profile(row)),
                new ZoneHistory(row.json("zones", STEPS)),
                new Totals(
                        row.longValue("purchases"),
                        row.longValue("net_spend"),
                        Optional.ofNullable(row.instantOrNull("first_purchase_at")),
                        Optional.ofNullable(row.instantOrNull("last_purchase_at")),
                        Optional.ofNullable(row.instantOrNull("first_activity_at")),
                        Optional.ofNullable(row.instantOrNull("last_activity_at")),
                        row.longValue("points_balance"),
                        Optional.ofNullable(row.instantOrNull("last_message_at")),
                        Optional.ofNullable(row.instantOrNull("last_reaction_at"))),
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
}
