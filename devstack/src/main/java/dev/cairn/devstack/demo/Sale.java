package dev.cairn.devstack.demo;

import dev.cairn.devstack.demo.Act.Expected;
import dev.cairn.devstack.demo.Act.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One order, and whatever becomes of it. */
record Sale(Shopper shopper, String id, List<Map<String, Object>> lines) {

    Report bought(Instant at) {
        return new Report(shopper.id(), at, "purchase", purchase(at), Expected.ACCEPTED);
    }

    /** The same order once more, reported later. */
    Report boughtAgain(Instant bought, Instant reported) {
        return new Report(shopper.id(), reported, "purchase", purchase(bought), Expected.DUPLICATE);
    }

    Report voided(String voidId, Instant at) {
        return new Report(
                shopper.id(),
                at,
                "void",
                Map.of(
                        "id",
                        voidId,
                        "member",
                        shopper.id(),
                        "kind",
                        "void",
                        "of",
                        id,
                        "time",
                        at.toString(),
                        "reason",
                        "Rung up by mistake."),
                Expected.ACCEPTED);
    }

    /** All of it comes back, or one piece of some lines. */
    List<Report> returned(String returnId, Instant at, RandomGenerator random) {
        boolean everything = random.nextInt(100) < 40;
        List<Map<String, Object>> back = new ArrayList<>();
        for (Map<String, Object> line : lines) {
            if (everything || random.nextInt(2) == 0) {
                Object quantity = everything ? line.get("quantity") : 1L;
                back.add(Map.of("line", line.get("line"), "quantity", quantity));
            }
        }
        return back.isEmpty()
                ? List.of()
                : List.of(returned(returnId, at, back, Expected.ACCEPTED));
    }

    Report returnedTooMuch(String returnId, Instant at) {
        Map<String, Object> first = lines.getFirst();
        long tooMany = (long) first.get("quantity") + 1;
        return returned(
                returnId,
                at,
                List.of(Map.of("line", first.get("line"), "quantity", tooMany)),
                Expected.REFUSED);
    }

    private Report returned(
            String returnId, Instant at, List<Map<String, Object>> back, Expected expected) {
        return new Report(
                shopper.id(),
                at,
                "return",
                Map.of(
                        "id",
                        returnId,
                        "member",
                        shopper.id(),
                        "kind",
                        "return",
                        "of",
                        id,
                        "time",
                        at.toString(),
                        "lines",
                        back),
                expected);
    }

    private Map<String, Object> purchase(Instant at) {
        return Map.of(
                "id",
                id,
                "member",
                shopper.id(),
                "kind",
                "purchase",
                "time",
                at.toString(),
                "currency",
                shopper.home().currency(),
                "lines",
                lines);
    }
}
