package dev.cairn.chart.monitoring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which series a PromQL expression asks for, and by which of their labels. It knows no more
 * of the language than that; {@code promtool} and Prometheus itself check the rest.
 */
public final class Promql {
    private static final Set<String> GROUPINGS =
            Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "offset", "bool", "inf", "nan");

    private static final Pattern TOKEN =
            Pattern.compile(
                    """
                    \\s+|#[^\\n]*\
                    |(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\
                    |(?<string>"(?:[^"\\\\]|\\\\.)*")\
                    |(?<range>\\[[^]]*])\
                    |(?<number>[0-9][0-9a-zA-Z.]*)\
                    |(?<symbol>=~|!~|!=|==|>=|<=|[-+*/%^(){},=<>])\
                    """);

    private final List<String> tokens;
    private final List<Selector> selectors = new ArrayList<>();
    private final Deque<Set<String>> groups = new ArrayDeque<>();
    private Set<String> grouping = Set.of();
    private int at;

    private Promql(List<String> tokens) {
        this.tokens = tokens;
    }

    /**
     * Series that an expression asks for.
     *
     * @param grouped labels by which the aggregations around it group
     * @param range the range in brackets, without them
     */
    public record Selector(
            String metric,
            List<Condition> conditions,
            Set<String> grouped,
            Optional<String> range) {

        /** All labels that the metric must have. */
        public Set<String> labels() {
            var labels = new TreeSet<>(grouped);
            conditions.forEach(condition -> labels.add(condition.label()));
            return labels;
        }
    }

    /** What a label has to be. */
    public record Condition(String label, String operator, String value) {}

    /** All selectors of an expression, in their order. */
    public static List<Selector> selectors(String expression) {
        var reader = new Promql(tokens(expression));
        reader.read();
        return reader.selectors;
    }

    private static List<String> tokens(String expression) {
        var tokens = new ArrayList<String>();
        Matcher matcher = TOKEN.matcher(expression);
        var end = 0;
        while (matcher.find()) {
            if (matcher.start() != end) {
                break;
            }
            end = matcher.end();
            var text = matcher.group();
            if (!text.isBlank() && !text.startsWith("#")) {
                tokens.add(text);
            }
        }
        if (end != expression.length()) {
            throw new IllegalArgumentException(
                    "not PromQL from here on: " + expression.substring(end));
        }
        return tokens;
    }

    private void read() {
        while (at < tokens.size()) {
            var token = tokens.get(at++);
            switch (token) {
                case "(" -> open();
                case ")" -> groups.pop();
                default -> {
                    if (isName(token)) {
                        name(token);
                    }
                }
            }
        }
        if (!groups.isEmpty()) {
            throw new IllegalArgumentException("a parenthesis is not closed");
        }
    }

    private void open() {
        groups.push(grouping);
        grouping = Set.of();
    }

    private void name(String name) {
        if (GROUPINGS.contains(name)) {
            grouping = labels();
        } else if (!WORDS.contains(name) && !next("(") && !GROUPINGS.contains(peek())) {
            selectors.add(selector(name));
        }
    }

    private Set<String> labels() {
        expect("(");
        var labels = new TreeSet<String>();
        while (!next(")")) {
            labels.add(tokens.get(at++));
            if (next(",")) {
                at++;
            }
        }
        expect(")");
        return labels;
    }

    private Selector selector(String metric) {
        var conditions = new ArrayList<Condition>();
        if (next("{")) {
            at++;
            while (!next("}")) {
                conditions.add(
                        new Condition(
                                tokens.get(at), tokens.get(at + 1), text(tokens.get(at + 2))));
                at += 3;
                if (next(",")) {
                    at++;
                }
            }
            expect("}");
        }
        var range = peek().startsWith("[") ? Optional.of(text(tokens.get(at++))) : noRange();
        var grouped = new TreeSet<String>();
        groups.forEach(grouped::addAll);
        return new Selector(metric, List.copyOf(conditions), grouped, range);
    }

    private static Optional<String> noRange() {
        return Optional.empty();
    }

    /** What is between quotes or brackets. */
    private static String text(String token) {
        return token.substring(1, token.length() - 1);
    }

    private static boolean isName(String token) {
        return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private boolean next(String token) {
        return peek().equals(token);
    }

    private void expect(String token) {
        if (!next(token)) {
            throw new IllegalArgumentException("expected " + token + ", found " + peek());
        }
        at++;
    }
}
