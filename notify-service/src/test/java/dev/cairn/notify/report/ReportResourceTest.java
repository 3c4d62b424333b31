package dev.cairn.notify.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.notify.NotifyTest;
import dev.cairn.notify.Stage;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@NotifyTest
class ReportResourceTest {
    @Inject Stage stage;

    @Test
    void candidatesEqualTheSumOfOutcomesAtEveryInstant() {
        stage.at("12:00");
        var member = stage.reachable("en");
        var events =
                LongStream.rangeClosed(1, 200)
                        .mapToObj(step -> Stage.record(stage.milestone(member, step)))
                        .toList();
        stage.publishRecords(events);

        for (var look = 0; look < 20; look++) {
            check(report());
        }
        stage.awaitSettled(member, "milestone-reached", 200);
        check(report());
    }

    private static void check(Report report) {
        assertThat(sum(report.outcomes())).isEqualTo(report.candidates());
        assertThat(report.byTemplate().values().stream().mapToLong(ReportResourceTest::sum).sum())
                .isEqualTo(report.candidates());
        assertThat(sum(report.byChannel().get("inbox"))).isEqualTo(report.candidates());
    }

    private static long sum(Map<String, Long> row) {
        return row.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Report report() {
        return Stage.asStaff("auditor")
                .get("/v1/messages/report")
                .then()
                .statusCode(200)
                .extract()
                .as(Report.class);
    }

    /** What a caller sees. */
    public record Report(
            long candidates,
            Map<String, Long> outcomes,
            Map<String, Map<String, Long>> byTemplate,
            Map<String, Map<String, Long>> byChannel,
            Map<String, Long> reasons) {}
}
