package dev.cairn.devstack.chaos.oracle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds all that the books say about accounts against the rules, and says what differs. */
public final class Judge {

    private Judge() {}

    /**
     * Judges all accounts; what concerns two of them must fit both.
     *
     * @param end the ledger's time when the books were read
     */
    public static Map<Account, Verdict> judge(Collection<Case> all, Rules rules, Instant end) {
        Map<Account, Retelling> retellings = Chronicle.of(all, rules, end);
        Map<Account, Verdict> verdicts = new LinkedHashMap<>();
        all.forEach(one -> verdicts.put(one.account(), judge(one, rules, retellings)));
        return verdicts;
    }

    private static Verdict judge(Case one, Rules rules, Map<Account, Retelling> retellings) {
        Count count = Count.of(one, rules);
        Retelling retelling = retellings.get(one.account());
        List<String> differences = new ArrayList<>();
        count.names().forEach(name -> differences.add(one.account() + ": " + name));
        differences.addAll(retelling.differences());
        differences.addAll(toldWrongly(one));
        return new Verdict(
                count.lost(),
                count.doubled(),
                List.copyOf(differences),
                kinds(one),
                one.told().size() - firstTold(one).size(),
                one.holding().clipped(),
                clearings(one, retelling.causes()));
    }

    /** Each posting was told at least once, and for the first time in the history's order. */
    private static List<String> toldWrongly(Case one) {
        List<Told> heard = List.copyOf(firstTold(one).values());
        List<String> wrong = new ArrayList<>();
        int last = Math.max(heard.size(), one.journal().size());
        for (int place = 0; place < last && wrong.isEmpty(); place++) {
            Line line = place < one.journal().size() ? one.journal().get(place) : null;
            Told told = place < heard.size() ? heard.get(place) : null;
            if (line == null || told == null || !agree(line, told)) {
                wrong.add(
                        "%s: told as number %d: %s, must be %s"
                                .formatted(one.account(), place + 1, told, line));
            }
        }
        return wrong;
    }

    private static boolean agree(Line line, Told told) {
        Change change = line.change();
        return told.subject().equals(change.kind().isOfHold() ? change.about() : line.posting())
                && told.points() == (change.kind() == Kind.HOLD_RELEASED ? 0 : change.points())
                && told.balance() == change.balance();
    }

    private static Map<Kind, Long> kinds(Case one) {
        return one.journal().stream().collect(groupingBy(line -> line.change().kind(), counting()));
    }

    private static List<Long> clearings(Case one, Map<String, Award> causes) {
        return firstTold(one).values().stream()
                .filter(told -> causes.containsKey(told.subject()))
                .map(told -> told.at() - causes.get(told.subject()).toldAt())
                .toList();
    }

    private static Map<String, Told> firstTold(Case one) {
        Map<String, Told> first = new LinkedHashMap<>();
        one.told().forEach(told -> first.putIfAbsent(told.event(), told));
        return first;
    }
}
