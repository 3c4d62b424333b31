package dev.cairn.devstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.devstack.chaos.Draft.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final List<String> BUSY = List.of("m-0001", "m-0002", "m-0003");
    private static final List<String> QUIET = List.of("m-0004", "m-0005");

    private final List<Fields> records = records(3);

    @Test
    void theSameSeedWritesTheSameAwards() {
        assertThat(records(3)).isEqualTo(records);
        assertThat(records(4)).isNotEqualTo(records);
    }

    @Test
    void awardsShrinkGrowComeTwiceAndComeLate() {
        Map<String, Fields> highest = new HashMap<>();
        int duplicates = 0;
        int late = 0;
        int shrunk = 0;
        int grown = 0;
        for (Fields record : records) {
            Fields before = highest.get(record.id());
            if (before != null && record.equals(before)) {
                duplicates++;
            } else if (before != null && record.revision() < before.revision()) {
                late++;
            } else {
                shrunk += before != null && record.points() < before.points() ? 1 : 0;
                grown += before != null && record.points() > before.points() ? 1 : 0;
                highest.put(record.id(), record);
            }
        }
        assertThat(List.of(duplicates, late, shrunk, grown)).allMatch(n -> n > 20);
    }

    @Test
    void twoRecordsOfOneRevisionNeverSayDifferentThings() {
        Map<String, Fields> known = new HashMap<>();
        for (Fields record : records) {
            Fields before = known.putIfAbsent(record.id() + "/" + record.revision(), record);
            assertThat(before == null || before.equals(record)).isTrue();
        }
    }

    @Test
    void noTwoAwardsWereEarnedAtTheSameInstant() {
        Set<Object> instants = new HashSet<>();
        records.stream()
                .filter(record -> record.revision() == 1)
                .distinct()
                .forEach(record -> assertThat(instants.add(record.occurredAt())).isTrue());
    }

    @Test
    void datesOfQuietMembersComeCloserAndNothingElseChanges() {
        Map<String, Fields> known = new HashMap<>();
        int moved = 0;
        for (Fields record : records) {
            if (!QUIET.contains(record.member())) {
                continue;
            }
            Fields before = known.put(record.member(), record);
            if (before != null && !before.equals(record)) {
                moved++;
                assertThat(day(record)).isBefore(day(before)).isAfter(Arena.FIRST_DAY);
                assertThat(record).isEqualTo(before.due(day(record)));
            }
        }
        assertThat(moved).isGreaterThan(3);
    }

    private static Instant day(Fields record) {
        return record.activeFrom() == null ? record.expiresAt() : record.activeFrom();
    }

    private static List<Fields> records(long seed) {
        Draft draft = new Draft(new Random(seed), BUSY, QUIET);
        List<Fields> records = new ArrayList<>();
        for (int n = 0; n < 1500; n++) {
            records.addAll(draft.next(Arena.FIRST_DAY));
        }
        return records;
    }
}
