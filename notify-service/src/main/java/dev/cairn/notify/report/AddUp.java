package dev.cairn.notify.report;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.report.ReportStore.Count;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds counts up to a report. */
final class AddUp {
    static final String SENT = "sent";
    static final String DEFERRED = "deferred";
    static final List<String> OUTCOMES = List.of(SENT, DEFERRED, "skipped", "failed");

    private AddUp() {}

    static MessageReport of(List<Count> counts) {
        var outcomes = none();
        var byTemplate = new TreeMap<String, Map<String, Long>>();
        var byChannel = new TreeMap<String, Map<String, Long>>();
        var reasons = new TreeMap<String, Long>();
        var candidates = 0L;
        for (var count : counts) {
            var n = count.messages();
            candidates += n;
            add(outcomes, count.outcome(), n);
            add(row(byTemplate, count.template()), count.outcome(), n);
            add(row(byChannel, Channel.INBOX.text()), leg(count.inbox()), n);
            add(row(byChannel, count.channel()), leg(count.outreach()), n);
            if (!count.outreach().equals(SENT)) {
                add(reasons, leg(count.outreach()) + "(" + count.reason() + ")", n);
            }
        }
        return new MessageReport(candidates, outcomes, byTemplate, byChannel, reasons);
    }

    private static Map<String, Long> row(Map<String, Map<String, Long>> table, String name) {
        return table.computeIfAbsent(name, n -> none());
    }

    private static Map<String, Long> none() {
        var row = new TreeMap<String, Long>();
        OUTCOMES.forEach(outcome -> row.put(outcome, 0L));
        return row;
    }

    private static void add(Map<String, Long> row, String name, long n) {
        row.merge(name, n, Long::sum);
    }

    /** A leg that waits or is on its way is deferred. */
    private static String leg(String state) {
        return OUTCOMES.contains(state) ? state : DEFERRED;
    }
}
