package dev.cairn.devstack.chaos.oracle;

import java.util.LinkedHashMap;
import java.util.Map;

/** How much there is where, and what ever happened to it. */
final class Pots {

    long active;
    long pending;
    long held;
    long arrears;
    long spent;
    long expired;
    long adjusted;
    long transferred;
    long converted;
    private long earnedBase;
    private long earnedBonus;
    private long clawedBase;
    private long clawedBonus;

    void earn(boolean base, long points) {
        earnedBase += base ? points : 0;
        earnedBonus += base ? 0 : points;
    }

    void claw(boolean base, long points) {
        clawedBase += base ? points : 0;
        clawedBonus += base ? 0 : points;
    }

    /** What the member sees. */
    long balance() {
        return active - arrears;
    }

    /** By column of the balance. Here nothing is ever written off. */
    Map<String, Long> figures() {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("active", active);
        figures.put("pending", pending);
        figures.put("held", held);
        figures.put("arrears", arrears);
        figures.put("spent", spent);
        figures.put("expired", expired);
        figures.put("earned_base", earnedBase);
        figures.put("earned_bonus", earnedBonus);
        figures.put("clawed_base", clawedBase);
        figures.put("clawed_bonus", clawedBonus);
        figures.put("adjusted", adjusted);
        figures.put("transferred", transferred);
        figures.put("converted", converted);
        figures.put("written_off", 0L);
        return figures;
    }
}
