package dev.cairn.notify.delivery;

import dev.cairn.contracts.PointsEvent.PointsRedeemed;
import dev.cairn.notify.NotifyTest;
import dev.cairn.notify.Stage;
import dev.cairn.kit.db.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@NotifyTest
class SpeedTest {
    @Inject Stage stage;
    @Inject Database database;
    @Inject DueMessages due;

    @Test
    void speed() {
        stage.at("12:00");
        var ms = IntStream.range(0, 2000).mapToObj(i -> "sp-" + i).toList();
        ms.forEach(stage::giveAddress);
        for (int round = 0; round < 4; round++) {
            int r = round;
            var t0 = System.nanoTime();
            stage.publishRecords(ms.stream().map(m -> Stage.record(new PointsRedeemed("p", m, "points", 150, 1250, "r-" + r + m, "coffee", "Coffee", stage.now()))).toList());
            Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(100)).until(() -> count() == 2000 * (r + 1));
            System.err.println("SPEED round " + r + ": " + 2000e9 / (System.nanoTime() - t0) + " mails/s");
        }
    }
    long count() { return database.read(tx -> tx.first("SELECT count(*) AS n FROM message WHERE outcome='sent' AND outreach_state='sent' AND member_id LIKE 'sp-%'", row -> row.longValue("n")).orElseThrow()); }
}
