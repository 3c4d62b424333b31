package dev.cairn.notify.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.notify.report.ReportStore.Count;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddUpTest {

    @Test
    void partsAddUpToTheCandidates() {
        var report =
                AddUp.of(
                        List.of(
                                count("welcome", "sent", "sent", "sent", "", 5),
                                count("welcome", "sent", "sent", "skipped", "consent", 3),
                                count("welcome", "deferred", "sent", "waiting", "cap", 2),
                                count("win-back", "deferred", "skipped", "sending", "sending", 1),
                                count("win-back", "failed", "skipped", "failed", "refused", 4),
                                count("win-back", "skipped", "skipped", "skipped", "cap", 6)));

        assertThat(report.candidates()).isEqualTo(21);
        assertThat(report.outcomes())
                .isEqualTo(Map.of("sent", 8L, "deferred", 3L, "skipped", 6L, "failed", 4L));
        assertThat(report.byTemplate().get("win-back"))
                .isEqualTo(Map.of("sent", 0L, "deferred", 1L, "skipped", 6L, "failed", 4L));
        assertThat(report.byChannel().get("email"))
                .isEqualTo(Map.of("sent", 5L, "deferred", 3L, "skipped", 9L, "failed", 4L));
        assertThat(report.byChannel().get("inbox"))
                .isEqualTo(Map.of("sent", 10L, "deferred", 0L, "skipped", 11L, "failed", 0L));
        assertThat(report.reasons())
                .isEqualTo(
                        Map.of(
                                "skipped(consent)", 3L,
                                "skipped(cap)", 6L,
                                "deferred(cap)", 2L,
                                "deferred(sending)", 1L,
                                "failed(refused)", 4L));
    }

    @Test
    void nothingSaidYetIsAllZero() {
        var report = AddUp.of(List.of());

        assertThat(report.candidates()).isZero();
        assertThat(report.outcomes().values()).containsOnly(0L);
    }

    private static Count count(
            String template, String outcome, String inbox, String outreach, String reason, long n) {
        return new Count(template, outcome, inbox, outreach, reason, "email", n);
    }
}
