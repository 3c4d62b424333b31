package dev.cairn.devstack.chaos;

import dev.cairn.contracts.Topics;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.chaos.oracle.Account;
import dev.cairn.devstack.chaos.oracle.Award;
import dev.cairn.devstack.chaos.oracle.Case;
import dev.cairn.devstack.chaos.oracle.Told;
import dev.cairn.devstack.chaos.oracle.Wish;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what was sent and what the books say, account by account. */
final class BooksReader {

    private final State state;
    private final Map<String, List<Topic.Record>> awards;
    private final Map<String, List<Topic.Record>> points;

    BooksReader(Connection connection, Platform platform) {
        this.state = new State(connection);
        this.awards = Topic.read(platform, Topics.REWARDS);
        this.points = Topic.read(platform, Topics.POINTS);
    }

    /** All accounts of these members. */
    List<Case> read(List<String> members, Collection<Wish> wishes) {
        List<Case> cases = new ArrayList<>();
        for (String member : members) {
            for (String currency : List.of(Account.POINTS, Programme.MILES)) {
                cases.add(read(new Account(member, currency), wishes));
            }
        }
        return cases;
    }

    private Case read(Account account, Collection<Wish> wishes) {
        try {
            return new Case(
                    account,
                    ofAccount(awards, account).map(BooksReader::award).toList(),
                    wishes.stream().filter(wish -> wish.concerns(account)).toList(),
                    state.journal(account),
                    state.holding(account),
                    ofAccount(points, account)
                            .filter(record -> !subject(record).isEmpty())
                            .map(BooksReader::told)
                            .toList(),
                    state.births(account));
        } catch (SQLException e) {
            throw new DevstackFailure("The books cannot be read: " + e.getMessage(), e);
        }
    }

    private static Stream<Topic.Record> ofAccount(
            Map<String, List<Topic.Record>> records, Account account) {
        return records.getOrDefault(account.member(), List.of()).stream()
                .filter(r -> r.event().path("currency").asText().equals(account.currency()));
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

    private static Award award(Topic.Record record) {
        return new Award(
                new Account(
                        record.event().path("memberId").asText(),
                        record.event().path("currency").asText()),
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

    /** A posting or a hold; empty where the event only warns. */
    private static String subject(Topic.Record record) {
        return record.event().path("postingId").asText(record.event().path("holdId").asText(""));
    }

    private static Told told(Topic.Record record) {
        return new Told(
                record.id(),
                subject(record),
                record.event().path("points").asLong(),
                record.event().path("balance").asLong(),
                record.at());
    }
}
