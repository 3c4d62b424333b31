package dev.cairn.devstack.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What goes wrong, in which order: the same seed gives the same. */
record Schedule(List<Strike> strikes) {

    private static final int SHORTEST_WAIT = 400;
    private static final int SHORTEST_HARM = 700;

    Schedule {
        strikes = List.copyOf(strikes);
    }

    static Schedule of(ChaosOptions options) {
        Random random = new Random(options.seed());
        Pace pace = Pace.of(options.kills());
        List<Fault> faults = faults(options.kills());
        Collections.shuffle(faults, random);
        List<Strike> strikes = new ArrayList<>();
        for (Fault fault : faults) {
            strikes.add(
                    new Strike(
                            fault,
                            Duration.ofMillis(random.nextInt(SHORTEST_WAIT, pace.longestWait())),
                            random.nextDouble(),
                            Duration.ofMillis(random.nextInt(SHORTEST_HARM, pace.longestHarm()))));
        }
        return new Schedule(strikes);
    }

    /** Database processes are the cheapest to kill, so they make up for what rounding left out. */
    private static List<Fault> faults(int kills) {
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            if (fault != Fault.BACKEND) {
                faults.addAll(Collections.nCopies(fault.times(kills), fault));
            }
        }
        int others = faults.stream().mapToInt(Fault::kills).sum();
        faults.addAll(Collections.nCopies(Math.max(1, kills - others), Fault.BACKEND));
        return faults;
    }

    int kills() {
        return strikes.stream().mapToInt(strike -> strike.fault().kills()).sum();
    }

    Map<Fault, Integer> byFault() {
        Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
        strikes.forEach(strike -> counts.merge(strike.fault(), 1, Integer::sum));
        return counts;
    }
}
