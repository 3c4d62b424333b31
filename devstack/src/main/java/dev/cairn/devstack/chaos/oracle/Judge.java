package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds all that the books say about a member against the rules, and says what differs. */
public final class Judge {

    private Judge() {}

    /**
     * Judges one member.
     *
     * @param end the ledger's time when the books were read
     */
    public static Verdict judge(Case member, Instant end) {
        Count count = Count.of(member);
        List<String> differences = new ArrayList<>();
        count.names().forEach(name -> differences.add(member.member() + ": " + name));
        Retelling retelling = Retelling.of(member, end);
        differences.addAll(retelling.differences());
        differences.addAll(toldWrongly(member));
        return new Verdict(
                count.lost(),
                count.doubled(),
                List.copyOf(differences),
                member.journal().size(),
                member.told().size() - firstTold(member).size(),
                clearing(member, retelling.causes()));
    }

    /** Each posting was told at least once, and for the first time in the history's order. */
    private static List<String> toldWrongly(Case member) {
        List<Told> heard = List.copyOf(firstTold(member).values());
        List<String> wrong = new ArrayList<>();
        int last = Math.max(heard.size(), member.journal().size());
        for (int place = 0; place < last && wrong.isEmpty(); place++) {
            Line line = place < member.journal().size() ? member.journal().get(place) : null;
            Told told = place < heard.size() ? heard.get(place) : null;
            if (line == null || told == null || !agree(line, told)) {
                wrong.add(
                        "%s: told as number %d: %s, must be %s"
                                .formatted(member.member(), place + 1, told, line));
            }
        }
        return wrong;
    }

    private static boolean agree(Line line, Told told) {
        return Objects.equals(line.posting(), told.posting())
                && line.change().points() == told.points()
                && line.change().balance() == told.balance();
    }

    private static long clearing(Case member, Map<String, Award> causes) {
        Map<String, Told> told = firstTold(member);
        long longest = 0;
        for (Map.Entry<String, Award> cause : causes.entrySet()) {
            Told event = told.get(cause.getKey());
            if (event != null) {
                longest = Math.max(longest, event.at() - cause.getValue().toldAt());
            }
        }
        return longest;
    }

    private static Map<String, Told> firstTold(Case member) {
        Map<String, Told> first = new LinkedHashMap<>();
        member.told().forEach(told -> first.putIfAbsent(told.posting(), told));
        return first;
    }
}
