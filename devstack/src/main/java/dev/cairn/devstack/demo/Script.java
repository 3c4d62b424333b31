package dev.cairn.devstack.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The whole play: everybody's acts in the order of time, cut into scenes. */
final class Script {

    /**
     * When clocks are set. The tills report at these times, so each lies after closing time and
     * before midnight of a part of the world; nobody's week ends while a purchase is on its way.
     */
    private static final List<LocalTime> REPORTS =
            List.of(LocalTime.of(3, 55), LocalTime.of(14, 55), LocalTime.of(21, 55));

    static final int SCENES_PER_DAY = REPORTS.size();

    private final List<Act> acts;
    private final List<Instant> moments;

    private Script(List<Act> acts, List<Instant> moments) {
        this.acts = acts;
        this.moments = moments;
    }

    /** What happened until a moment, since the moment before. */
    record Scene(Instant until, List<Act> acts) {}

    static Script of(DemoOptions options) {
        List<Instant> moments = moments(options);
        Instant end = moments.getLast();
        List<Act> acts =
                IntStream.rangeClosed(1, options.members())
                        .mapToObj(number -> Shopper.number(number, options))
                        .flatMap(shopper -> Diary.of(shopper, options).stream())
                        .filter(act -> !act.at().isAfter(end))
                        .sorted(Comparator.comparing(Act::at).thenComparing(Act::member))
                        .toList();
        return new Script(acts, moments);
    }

    List<Act> acts() {
        return acts;
    }

    List<Scene> scenes() {
        List<Scene> scenes = new ArrayList<>();
        int next = 0;
        for (Instant moment : moments) {
            int from = next;
            while (next < acts.size() && !acts.get(next).at().isAfter(moment)) {
                next++;
            }
            scenes.add(new Scene(moment, acts.subList(from, next)));
        }
        return scenes;
    }

    private static List<Instant> moments(DemoOptions options) {
        List<Instant> moments = new ArrayList<>();
        for (int day = 0; day < options.days(); day++) {
            LocalDate date = DemoOptions.FIRST_DAY.plusDays(day);
            REPORTS.forEach(time -> moments.add(date.atTime(time).toInstant(ZoneOffset.UTC)));
        }
        return moments;
    }
}
