package dev.cairn.e2e.poison;

import dev.cairn.contracts.Topics.Subscription;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Http;
import dev.cairn.e2e.platform.Cairn;

/**
 * What a consumer did with the records of a topic, by its own count.
 *
 * @param handled applied, or recognised as applied before
 * @param unknown of a type that it does not know
 * @param dead set aside
 */
record Intake(long handled, long unknown, long dead) {

    static Intake of(Cairn cairn, Subscription subscription) {
        Component service = Component.named(subscription.consumer());
        String metrics =
                new Http()
                        .get(cairn.platform().managementUrl(service) + "/q/metrics")
                        .orFail()
                        .body();
        return new Intake(
                count(metrics, subscription.topic(), "handled"),
                count(metrics, subscription.topic(), "unknown"),
                count(metrics, subscription.topic(), "dead"));
    }

    Intake plus(long moreHandled, long moreUnknown, long moreDead) {
        return new Intake(handled + moreHandled, unknown + moreUnknown, dead + moreDead);
    }

    private static long count(String metrics, String topic, String outcome) {
        return metrics.lines()
                .filter(line -> line.startsWith("cairn_intake_records_total{"))
                .filter(line -> line.contains("topic=\"" + topic + "\""))
                .filter(line -> line.contains("outcome=\"" + outcome + "\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf('}') + 1)))
                .sum();
    }
}
