package dev.cairn.e2e.monitoring;

import dev.cairn.chart.monitoring.Promql;
import dev.cairn.chart.monitoring.Promql.Condition;
import dev.cairn.chart.monitoring.Promql.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares what expressions ask for with what the services have. */
final class Asked {
    /** Labels that Prometheus adds to whatever it scrapes. */
    private static final Set<String> OF_THE_TARGET =
            Set.of("namespace", "service", "pod", "instance", "job");

    private static final Pattern WORDS = Pattern.compile("[\\w-]+(\\|[\\w-]+)*");

    private final Map<String, Exposition> services;
    private final Set<String> recorded;

    /**
     * @param services what each service exposes, by its name
     * @param recorded series that recording rules add
     */
    Asked(Map<String, Exposition> services, Set<String> recorded) {
        this.services = services;
        this.recorded = recorded;
    }

    /**
     * What an expression asks for in vain.
     *
     * @param about the services that it is about unless a selector says otherwise
     */
    List<String> inVain(String expression, Set<String> about) {
        var complaints = new ArrayList<String>();
        for (var selector : Promql.selectors(expression)) {
            if (!selector.metric().equals("up") && !recorded.contains(selector.metric())) {
                for (var service : named(selector).map(Set::of).orElse(about)) {
                    complaints.addAll(inVain(selector, service));
                }
            }
        }
        return complaints;
    }

    private Optional<String> named(Selector selector) {
        return selector.conditions().stream()
                .filter(c -> c.label().equals("service") && c.operator().equals("="))
                .map(Condition::value)
                .filter(services::containsKey)
                .findFirst();
    }

    private List<String> inVain(Selector selector, String service) {
        var metric = selector.metric();
        var exposition = services.get(service);
        if (!exposition.has(metric)) {
            return List.of(service + " has no " + metric);
        }
        var complaints = new ArrayList<String>();
        selector.labels().stream()
                .filter(label -> !OF_THE_TARGET.contains(label))
                .filter(label -> !exposition.labels(metric).contains(label))
                .forEach(
                        label ->
                                complaints.add(
                                        metric + " of " + service + " has no label " + label));
        for (var condition : selector.conditions()) {
            for (var value : wanted(condition)) {
                if (!exposition.values(metric, condition.label()).contains(value)) {
                    complaints.add(
                            "%s of %s has no %s=%s"
                                    .formatted(metric, service, condition.label(), value));
                }
            }
        }
        return complaints;
    }

    /** Values of which each must be there; none where the expression leaves that open. */
    private static List<String> wanted(Condition condition) {
        if (OF_THE_TARGET.contains(condition.label())) {
            return List.of();
        }
        return switch (condition.operator()) {
            case "=" -> List.of(condition.value());
            case "=~" ->
                    WORDS.matcher(condition.value()).matches()
                            ? List.of(condition.value().split("\\|"))
                            : List.of();
            default -> List.of();
        };
    }
}
