package dev.cairn.contracts;

import static dev.cairn.contracts.Sample.AT;
import static dev.cairn.contracts.Sample.MEMBER;
import static dev.cairn.contracts.Sample.complete;

import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import dev.cairn.contracts.ActivityEvent.OrderLine;
import dev.cairn.contracts.ActivityEvent.ReturnedLine;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class ActivitySamples {
    private ActivitySamples() {}

    static Stream<Sample> all() {
        return Stream.of(
                new Sample(aPurchase(), aLogin()),
                complete(
                        new ActivityReturned(
                                "shop",
                                "return-7",
                                MEMBER,
                                "order-1001",
                                AT,
                                List.of(new ReturnedLine("1", 2)))),
                complete(
                        new ActivityVoided(
                                "shop", "void-3", MEMBER, "order-1001", AT, "Paid twice.")));
    }

    private static ActivityRecorded aPurchase() {
        var lines =
                List.of(
                        new OrderLine("1", "85123A", "lanterns", 6, 255),
                        new OrderLine("2", "gift-wrap", null, 1, 0));
        return new ActivityRecorded(
                "shop",
                "order-1001",
                MEMBER,
                "purchase",
                AT,
                "GBP",
                lines,
                Map.of("store", "online"));
    }

    private static ActivityRecorded aLogin() {
        return new ActivityRecorded("app", "login-55", MEMBER, "login", AT, null, null, null);
    }
}
