package dev.cairn.rules.activity;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import dev.cairn.contracts.ActivityEvent.OrderLine;
import dev.cairn.contracts.ActivityEvent.ReturnedLine;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.rules.RulesProblem;
import dev.cairn.rules.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be wrong with an activity by itself, whoever reports it and by whatever way. */
final class ActivityCheck {
    /** 10^12 minor units; no order is worth more. */
    private static final long LARGEST_AMOUNT = 1_000_000_000_000L;

    /** Clocks of tills run ahead a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST_LINES = 1000;
    private static final int MOST_ATTRIBUTES = 50;
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final Pattern LINE = Pattern.compile("\\P{Cntrl}{1,64}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,39}");
    private static final Pattern TEXT = Pattern.compile("\\P{Cntrl}{1,200}");
    private static final Set<String> RESERVED = Set.of("return", "void");

    private ActivityCheck() {}

    /** The first thing that is wrong; empty when the activity may be recorded. */
    static Optional<Problem> refusal(ActivityEvent activity, Programme programme, Instant now) {
        try {
            check(activity, programme);
            checkTime(activity.occurredAt(), programme, now);
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem);
        }
    }

    private static void check(ActivityEvent activity, Programme programme) {
        require(matches(ID, activity.source()), "source", "must be 1 to 128 visible characters");
        require(matches(ID, activity.activityId()), "id", "must be 1 to 128 visible characters");
        require(MemberId.valid(activity.memberId()), "member", "must match " + MemberId.FORM);
        require(activity.occurredAt() != null, "time", "is missing");
        switch (activity) {
            case ActivityRecorded recorded -> {
                var kind = recorded.kind();
                require(matches(KIND, kind), "kind", "must match " + KIND);
                require(!RESERVED.contains(kind), "kind", "cannot be " + kind + " here");
                attributes(recorded.attributes());
                if (kind.equals("purchase")) {
                    purchase(recorded, programme);
                } else {
                    require(recorded.lines().isEmpty(), "lines", "belong to purchases only");
                }
            }
            case ActivityReturned returned -> {
                require(matches(ID, returned.of()), "of", "must name the purchase");
                returned(returned.lines());
            }
            case ActivityVoided voided -> {
                require(matches(ID, voided.of()), "of", "must name the activity");
                require(
                        voided.reason() == null || matches(TEXT, voided.reason()),
                        "reason",
                        "must be 1 to 200 characters");
            }
        }
    }

    private static void purchase(ActivityRecorded purchase, Programme programme) {
        require(purchase.currency() != null, "currency", "is missing");
        if (!programme.currencies().contains(purchase.currency())) {
            throw Problem.of(
                            RulesProblem.UNKNOWN_CURRENCY,
                            "The programme accepts " + sorted(programme.currencies()) + ".")
                    .with("accepted", sorted(programme.currencies()));
        }
        var lines = purchase.lines();
        require(!lines.isEmpty(), "lines", "must hold at least one line");
        require(lines.size() <= MOST_LINES, "lines", "must hold at most " + MOST_LINES);
        var total = 0L;
        var names = new HashSet<String>();
        for (var i = 0; i < lines.size(); i++) {
            total += amount(lines.get(i), "lines[" + i + "].", names);
            require(total <= LARGEST_AMOUNT, "lines", "must not add up to more than 10^12");
        }
    }

    private static long amount(OrderLine line, String at, Set<String> names) {
        require(matches(LINE, line.line()), at + "line", "must be 1 to 64 characters");
        require(names.add(line.line()), at + "line", "is there twice");
        require(matches(TEXT, line.sku()), at + "sku", "must be 1 to 200 characters");
        require(
                line.category() == null || matches(TEXT, line.category()),
                at + "category",
                "must be 1 to 200 characters");
        quantity(line.quantity(), at);
        require(line.unitPrice() >= 0, at + "unitPrice", "must not be negative");
        require(
                line.unitPrice() <= LARGEST_AMOUNT / line.quantity(),
                at + "unitPrice",
                "must not make a line of more than 10^12");
        return line.quantity() * line.unitPrice();
    }

    private static void returned(List<ReturnedLine> lines) {
        require(!lines.isEmpty(), "lines", "must hold at least one line");
        require(lines.size() <= MOST_LINES, "lines", "must hold at most " + MOST_LINES);
        var names = new HashSet<String>();
        for (var i = 0; i < lines.size(); i++) {
            var at = "lines[" + i + "].";
            require(matches(LINE, lines.get(i).line()), at + "line", "must be 1 to 64 characters");
            require(names.add(lines.get(i).line()), at + "line", "is there twice");
            quantity(lines.get(i).quantity(), at);
        }
    }

    private static void quantity(long quantity, String at) {
        require(quantity >= 1, at + "quantity", "must be 1 or more");
        require(quantity <= LARGEST_AMOUNT, at + "quantity", "must not be more than 10^12");
    }

    private static void attributes(Map<String, String> attributes) {
        require(
                attributes.size() <= MOST_ATTRIBUTES,
                "attributes",
                "must be at most " + MOST_ATTRIBUTES);
        attributes.forEach(
                (name, value) ->
                        require(
                                matches(TEXT, name) && matches(TEXT, value),
                                "attributes",
                                "must have names and values of 1 to 200 characters"));
    }

    private static void checkTime(Instant time, Programme programme, Instant now) {
        if (time.isAfter(now.plus(TOLERANCE))) {
            throw Problem.of(
                            RulesProblem.EVENT_TIME_IN_FUTURE,
                            "The activity is dated more than five minutes ahead of the clock.")
                    .with("now", now);
        }
        if (time.isBefore(programme.startsAt())) {
            throw Problem.of(
                            RulesProblem.EVENT_TIME_BEFORE_PROGRAMME,
                            "The programme began on " + programme.start() + ".")
                    .with("start", programme.startsAt());
        }
    }

    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static boolean matches(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
    }

    static void require(boolean condition, String field, String sentence) {
        if (!condition) {
            throw Problem.of(KitProblem.INVALID_REQUEST, field + " " + sentence + ".")
                    .with("field", field);
        }
    }
}
