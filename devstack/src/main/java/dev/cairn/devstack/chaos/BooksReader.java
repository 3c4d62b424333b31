package dev.cairn.devstack.chaos;

import dev.cairn.contracts.Topics;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.chaos.oracle.Award;
import dev.cairn.devstack.chaos.oracle.Case;
import dev.cairn.devstack.chaos.oracle.Change;
import dev.cairn.devstack.chaos.oracle.Holding;
import dev.cairn.devstack.chaos.oracle.Kind;
import dev.cairn.devstack.chaos.oracle.Line;
import dev.cairn.devstack.chaos.oracle.Told;
import dev.cairn.devstack.chaos.oracle.Wish;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts together what was sent and what the books say, member by member. */
final class BooksReader {

    private final Connection connection;
    private final Map<String, List<Topic.Record>> awards;
    private final Map<String, List<Topic.Record>> points;

    BooksReader(Connection connection, Platform platform) {
        this.connection = connection;
        this.awards = Topic.read(platform, Topics.REWARDS);
        this.points = Topic.read(platform, Topics.POINTS);
    }

    Case read(String member, Collection<Wish> wishes) {
        try {
            return new Case(
                    member,
                    awards.getOrDefault(member, List.of()).stream()
                            .map(BooksReader::award)
                            .toList(),
                    wishes.stream().filter(wish -> wish.member().equals(member)).toList(),
                    journal(member),
                    holding(member),
                    points.getOrDefault(member, List.of()).stream()
                            .filter(record -> record.event().hasNonNull("postingId"))
                            .map(BooksReader::told)
                            .toList());
        } catch (SQLException e) {
            throw new DevstackFailure("The books cannot be read: " + e.getMessage(), e);
        }
    }

    /** Records of the award topic. */
    long records() {
        return awards.values().stream().mapToLong(List::size).sum();
    }

    /** Those of them that say something new; the others are duplicates or came too late. */
    long distinct() {
        long distinct = 0;
        for (List<Topic.Record> member : awards.values()) {
            Map<String, Long> highest = new HashMap<>();
            for (Topic.Record record : member) {
                long revision = record.event().path("revision").asLong();
                Long before = highest.get(record.event().path("awardId").asText());
                if (before == null || before < revision) {
                    highest.put(record.event().path("awardId").asText(), revision);
                    distinct++;
                }
            }
        }
        return distinct;
    }

    private List<Line> journal(String member) throws SQLException {
        return rows(
                """
                SELECT id, version, kind, points, balance_after,
                       coalesce(award_id, redemption_id::text, '') AS about, recorded_at
                FROM posting
                WHERE member_id = ? AND currency = 'points'
                ORDER BY version
                """,
                member,
                row ->
                        new Line(
                                row.getString("id"),
                                row.getLong("version"),
                                new Change(
                                        Kind.valueOf(row.getString("kind")),
                                        row.getLong("points"),
                                        row.getLong("balance_after"),
                                        row.getString("about")),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
    }

    private Holding holding(String member) throws SQLException {
        Map<String, Long> figures = new LinkedHashMap<>(Holding.NOTHING.figures());
        rows(
                "SELECT * FROM balance WHERE member_id = ? AND currency = 'points'",
                member,
                row -> {
                    for (String figure : Holding.NOTHING.figures().keySet()) {
                        figures.put(figure, row.getLong(figure));
                    }
                    return figures;
                });
        Map<String, Holding.Rest> lots = new TreeMap<>();
        rows(
                "SELECT award_id, earned, remaining, expired, pending FROM lot WHERE member_id = ?",
                member,
                row ->
                        lots.put(
                                row.getString("award_id"),
                                new Holding.Rest(
                                        row.getLong("earned"),
                                        row.getLong("remaining"),
                                        row.getLong("expired"),
                                        row.getBoolean("pending"))));
        Map<String, Long> worth = new TreeMap<>();
        rows(
                "SELECT award_id, points FROM award_register WHERE member_id = ?",
                member,
                row -> worth.put(row.getString("award_id"), row.getLong("points")));
        Map<String, Boolean> redemptions = new TreeMap<>();
        rows(
                "SELECT id, status = 'CANCELLED' AS cancelled FROM redemption WHERE member_id = ?",
                member,
                row -> redemptions.put(row.getString("id"), row.getBoolean("cancelled")));
        return new Holding(figures, lots, worth, redemptions);
    }

    /** Reads one value of a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, String member, Reading<T> reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, member);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reading.of(rows));
                }
                return all;
            }
        }
    }

    private static Award award(Topic.Record record) {
        return new Award(
                record.event().path("memberId").asText(),
                record.event().path("awardId").asText(),
                record.event().path("revision").asLong(),
                record.event().path("points").asLong(),
                record.event().path("category").asText().equals("BASE"),
                Instant.parse(record.event().path("occurredAt").asText()),
                instant(record, "activeFrom").orElse(null),
                instant(record, "expiresAt").orElse(null),
                record.at());
    }

    private static Optional<Instant> instant(Topic.Record record, String field) {
        return record.event().hasNonNull(field)
                ? Optional.of(Instant.parse(record.event().path(field).asText()))
                : Optional.empty();
    }

    private static Told told(Topic.Record record) {
        return new Told(
                record.event().path("postingId").asText(),
                record.event().path("points").asLong(),
                record.event().path("balance").asLong(),
                record.at());
    }
}
