package dev.cairn.rules.evaluation;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import dev.cairn.contracts.ActivityEvent.OrderLine;
import dev.cairn.contracts.ActivityEvent.ReturnedLine;
import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberChanged;
import dev.cairn.contracts.MemberEvent.MemberEnrolled;
import dev.cairn.rules.programme.Programme;
import dev.cairn.rules.programme.ProgrammeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A shop that writes short receipts for one member. */
final class Shop {
    static final Programme DEMO = demo();

    private Shop() {}

    static ActivityRecorded purchase(String id, String time, long price) {
        return purchase(id, time, new OrderLine("1", "sku", null, 1, price));
    }

    static ActivityRecorded purchase(String id, String time, OrderLine... lines) {
        return new ActivityRecorded(
                "till",
                id,
                "m-1",
                "purchase",
                Instant.parse(time),
                "GBP",
                List.of(lines),
                Map.of());
    }

    static OrderLine line(String line, long quantity, long unitPrice) {
        return new OrderLine(line, "sku-" + line, null, quantity, unitPrice);
    }

    static ActivityReturned back(String id, String of, String time, String line, long quantity) {
        return new ActivityReturned(
                "till",
                id,
                "m-1",
                of,
                Instant.parse(time),
                List.of(new ReturnedLine(line, quantity)));
    }

    static ActivityVoided voided(String id, String of, String time) {
        return new ActivityVoided("till", id, "m-1", of, Instant.parse(time), "mistake");
    }

    static MemberEnrolled enrolled(String zone, String time, String... fields) {
        var at = Instant.parse(time);
        return new MemberEnrolled("m-1", zone, "en", "GB", at, List.of(fields), at);
    }

    static MemberChanged changed(String zone, String time, String... fields) {
        var at = Instant.parse(time);
        return new MemberChanged("m-1", zone, "en", "GB", at, List.of(fields), at);
    }

    static MemberState fold(String asOf, ActivityEvent... activities) {
        return fold(asOf, List.of(), activities);
    }

    static MemberState fold(String asOf, List<MemberEvent> profile, ActivityEvent... activities) {
        return Evaluation.fold(History.of(List.of(activities), profile), DEMO, Instant.parse(asOf));
    }

    static long worth(MemberState state, String awardId) {
        return state.awards().stream()
                .filter(award -> award.id().equals(awardId))
                .mapToLong(Award::points)
                .sum();
    }

    static Award award(MemberState state, String awardId) {
        return state.awards().stream()
                .filter(award -> award.id().equals(awardId))
                .findFirst()
                .orElseThrow();
    }

    static <G extends Goal> G goal(MemberState state, String id, Class<G> kind) {
        return state.goals().stream()
                .filter(goal -> goal.id().equals(id))
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    static List<String> news(MemberState state, String prefix) {
        return state.announcements().stream()
                .map(Announcement::key)
                .filter(key -> key.startsWith(prefix))
                .toList();
    }

    private static Programme demo() {
        try (var file = Shop.class.getResourceAsStream("/programme/cairn-demo.yaml")) {
            return ProgrammeFile.read(
                    "cairn-demo.yaml", new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
