package dev.cairn.e2e.fault;

import dev.cairn.devstack.demo.Demo;
import dev.cairn.devstack.demo.DemoOptions;
import dev.cairn.e2e.platform.Cairn;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/**
 * A whole play, and what it left behind.
 *
 * @param report of the demo, whose checks compare the platform with the shop's own books
 * @param books what every member has in the end
 */
record Season(Map<String, Object> report, Books books) {

    static Season play(Cairn cairn, DemoOptions options) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Map<String, Object> report =
                new Demo(cairn.platform(), nowhere, false)
                        .run(options, Duration.ZERO, Map::of, () -> Duration.ZERO);
        return new Season(report, Books.of(cairn, options));
    }

    /** How many activities the platform took. */
    long accepted() {
        Map<?, ?> kinds = (Map<?, ?>) report.get("activities");
        return kinds.values().stream()
                .map(outcomes -> ((Map<?, ?>) outcomes).get("accepted"))
                .filter(Number.class::isInstance)
                .mapToLong(count -> ((Number) count).longValue())
                .sum();
    }
}
