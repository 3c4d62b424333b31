package dev.cairn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.client.Answer;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.demo.Act.Expected;
import dev.cairn.devstack.demo.Act.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports to the platform what happened in the shop, in batches, and checks every answer. */
final class Tills {

    private static final int BATCH = 1_000;
    private static final String DUPLICATE = "duplicate";
    private static final String ACCEPTED = "accepted";

    private final Api api;
    private final Tally tally;
    private final Books books;

    Tills(Api api, Tally tally, Books books) {
        this.api = api;
        this.tally = tally;
        this.books = books;
    }

    void report(List<Report> reports) {
        for (int from = 0; from < reports.size(); from += BATCH) {
            batch(reports.subList(from, Math.min(from + BATCH, reports.size())));
        }
    }

    private void batch(List<Report> batch) {
        JsonNode answer = api.activities(batch.stream().map(Report::json).toList());
        Map<Integer, String> refusals = new HashMap<>();
        answer.path("items")
                .forEach(
                        item ->
                                refusals.put(
                                        item.path("index").asInt(),
                                        Answer.nameOf(item.path("problem"), 422)));
        long duplicates = 0;
        for (int index = 0; index < batch.size(); index++) {
            Report report = batch.get(index);
            String outcome = outcome(report, refusals.get(index));
            duplicates += outcome.equals(DUPLICATE) ? 1 : 0;
            count(report, outcome);
        }
        checkDuplicates(duplicates, answer);
    }

    private static String outcome(Report report, String refusal) {
        if (refusal != null) {
            return refusal;
        }
        return report.expected() == Expected.DUPLICATE ? DUPLICATE : ACCEPTED;
    }

    private void count(Report report, String outcome) {
        tally.activity(report.kind(), outcome);
        boolean refused = !outcome.equals(ACCEPTED) && !outcome.equals(DUPLICATE);
        if (refused != (report.expected() == Expected.REFUSED)) {
            tally.surprise(
                    "%s %s: expected %s, got %s"
                            .formatted(
                                    report.kind(),
                                    report.json().get("id"),
                                    report.expected(),
                                    outcome));
        }
        if (outcome.equals(ACCEPTED)) {
            books.enter(report.json());
        }
    }

    /**
     * After a lost answer a batch is sent again; then all of it is known already, and rightly so.
     */
    private void checkDuplicates(long expected, JsonNode answer) {
        long told = answer.path("duplicates").asLong();
        if (told < expected) {
            tally.surprise("expected " + expected + " duplicates in a batch, got " + told);
        }
    }
}
