package dev.cairn.segment.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.segment.condition.Condition.AgeLeaf;
import dev.cairn.segment.condition.Condition.Leaf;
import dev.cairn.segment.condition.Condition.ListLeaf;
import dev.cairn.segment.condition.Condition.NumberLeaf;
import dev.cairn.segment.condition.Condition.PresenceLeaf;
import dev.cairn.segment.condition.Condition.TextLeaf;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one leaf. */
final class LeafParser {
    private final Mistakes mistakes;
    private final JsonNode node;
    private final String place;

    LeafParser(Mistakes mistakes, JsonNode node, String place) {
        this.mistakes = mistakes;
        this.node = node;
        this.place = place;
    }

    Optional<? extends Leaf> parse() {
        String name = node.get("field").asText();
        var number = Labelled.find(NumberField.class, name);
        if (number.isPresent()) {
            return number(number.get());
        }
        var moment = Labelled.find(MomentField.class, name);
        if (moment.isPresent()) {
            return moment(moment.get());
        }
        var text = Labelled.find(TextField.class, name);
        if (text.isPresent()) {
            return text(text.get());
        }
        var list = Labelled.find(ListField.class, name);
        if (list.isPresent()) {
            return list(list.get());
        }
        return wrong("unknown field '" + name + "'; use one of: " + fields());
    }

    private Optional<NumberLeaf> number(NumberField field) {
        var op = Labelled.find(NumberOp.class, op());
        var value = node.path("value");
        boolean windowed = node.has("window");
        var window = windowed ? period("window").flatMap(this::window) : Optional.<Window>empty();
        boolean fits = only(Set.of("field", "window", "op", "value"));
        if (windowed && !field.windowed()) {
            return wrong(field.label() + " has no history by day, so it takes no window");
        }
        if (op.isEmpty()) {
            return unknownOp(field.label(), Labelled.list(NumberOp.class));
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            return wrong("'value' must be a whole number");
        }
        return fits && windowed == window.isPresent()
                ? Optional.of(new NumberLeaf(field, window, op.get(), value.longValue()))
                : Optional.empty();
    }

    private Optional<? extends Leaf> moment(MomentField field) {
        if (op().equals("present") || op().equals("absent")) {
            return only(Set.of("field", "op"))
                    ? Optional.of(new PresenceLeaf(field, op().equals("present")))
                    : Optional.empty();
        }
        var op = Labelled.find(AgeOp.class, op());
        if (op.isEmpty()) {
            return unknownOp(field.label(), Labelled.list(AgeOp.class) + ", present, absent");
        }
        boolean fits = only(Set.of("field", "op", "value"));
        return period("value").filter(age -> fits).map(age -> new AgeLeaf(field, op.get(), age));
    }

    private Optional<TextLeaf> text(TextField field) {
        boolean fits = only(Set.of("field", "op", "value"));
        var value = node.path("value");
        return switch (op()) {
            case "eq" -> word(value).filter(w -> fits).map(w -> new TextLeaf(field, List.of(w)));
            case "in" -> words(value).filter(w -> fits).map(w -> new TextLeaf(field, w));
            default -> unknownOp(field.label(), "eq, in");
        };
    }

    private Optional<ListLeaf> list(ListField field) {
        boolean fits = only(Set.of("field", "op", "value"));
        return op().equals("contains")
                ? word(node.path("value")).filter(w -> fits).map(w -> new ListLeaf(field, w))
                : unknownOp(field.label(), "contains");
    }

    private Optional<List<String>> words(JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            return wrong("'value' must be a list with at least one text");
        }
        var words = new ArrayList<String>();
        value.forEach(item -> word(item).ifPresent(words::add));
        return words.size() == value.size() ? Optional.of(words) : Optional.empty();
    }

    private Optional<String> word(JsonNode value) {
        return value.isTextual() && !value.asText().isBlank()
                ? Optional.of(value.asText())
                : wrong("'value' must be a text");
    }

    private Optional<Window> window(Period period) {
        return period.toTotalMonths() == 0 && period.getDays() <= Window.LONGEST
                ? Optional.of(new Window(period.getDays()))
                : wrong("'window' must be whole days, P1D to P" + Window.LONGEST + "D");
    }

    private Optional<Period> period(String key) {
        try {
            Period period = Period.parse(node.path(key).asText());
            boolean sane = period.toTotalMonths() <= 1200 && period.getDays() <= 36_500;
            if (!period.isNegative() && !period.isZero() && sane) {
                return Optional.of(period);
            }
        } catch (DateTimeException | ArithmeticException unreadable) {
            // answered below, together with the periods that are out of range
        }
        return wrong("'" + key + "' must be a period of days, weeks, months or years like P45D");
    }

    private String op() {
        return node.path("op").asText();
    }

    private boolean only(Set<String> known) {
        var others = new TreeSet<String>();
        node.fieldNames().forEachRemaining(others::add);
        others.removeAll(known);
        others.forEach(other -> wrong("unknown word '" + other + "'"));
        return others.isEmpty();
    }

    private <T> Optional<T> unknownOp(String field, String known) {
        return wrong("unknown op '" + op() + "' for " + field + "; use one of: " + known);
    }

    private <T> Optional<T> wrong(String sentence) {
        mistakes.add(place, sentence);
        return Optional.empty();
    }

    private static String fields() {
        return String.join(
                ", ",
                Labelled.list(NumberField.class),
                Labelled.list(MomentField.class),
                Labelled.list(TextField.class),
                Labelled.list(ListField.class));
    }
}
