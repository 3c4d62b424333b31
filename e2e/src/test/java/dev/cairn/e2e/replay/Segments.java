package dev.cairn.e2e.replay;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** In which of the five groups a member is at the start of a day. */
final class Segments {

    private Segments() {}

    static List<String> of(LocalDateTime joined, List<Order> counted, LocalDate today) {
        LocalDateTime now = today.atStartOfDay();
        List<String> in = new ArrayList<>();
        if (!counted.isEmpty()) {
            LocalDateTime last = counted.getLast().at;
            if (now.isBefore(last.plusDays(45))) {
                in.add("active");
            } else if (now.isBefore(last.plusDays(90))) {
                in.add("at-risk");
            } else {
                in.add("lapsed");
            }
        }
        List<Order> recent =
                counted.stream().filter(o -> o.day().plusDays(90).isAfter(today)).toList();
        long spent = recent.stream().mapToLong(Order::net).sum();
        if (recent.size() >= 5 && spent >= 30_000) {
            in.add("champion");
        }
        if (now.isBefore(joined.plusDays(30)) && counted.size() < 2) {
            in.add("new");
        }
        return in.stream().sorted().toList();
    }
}
