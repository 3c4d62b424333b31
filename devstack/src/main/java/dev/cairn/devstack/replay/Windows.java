package dev.cairn.devstack.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** Cuts the file into stretches of three virtual days and hands each over when it is complete. */
final class Windows {

    private static final int DAYS = 3;

    private final Matching matching;
    private final Target target;
    private final OptionalLong shuffle;
    private final Map<String, SourceRow> newcomers = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private LocalDate end;
    private LocalDate lastDay;

    /** Where a complete stretch goes. */
    interface Target {
        /**
         * Plays a stretch of days.
         *
         * @param end the first day after it
         * @param newcomers first line of each member that was not seen before
         * @param activities in the order in which they must be delivered
         */
        void play(LocalDate end, List<SourceRow> newcomers, List<Activity> activities);
    }

    Windows(Matching matching, OptionalLong shuffle, Target target) {
        this.matching = matching;
        this.shuffle = shuffle;
        this.target = target;
    }

    void add(SourceRow row) {
        LocalDate day = row.at().toLocalDate();
        if (end == null) {
            end = day.plusDays(DAYS);
        }
        if (!day.isBefore(end)) {
            flush();
            while (!day.isBefore(end)) {
                end = end.plusDays(DAYS);
            }
        }
        lastDay = lastDay == null || day.isAfter(lastDay) ? day : lastDay;
        if (!row.customer().isEmpty() && known.add(row.customer())) {
            newcomers.put(row.customer(), row);
        }
        matching.add(row);
    }

    /** Plays what is left and returns the first day after the file. */
    LocalDate finish() {
        flush();
        return lastDay.plusDays(1);
    }

    private void flush() {
        List<Activity> activities = matching.close();
        shuffle.ifPresent(seed -> Collections.shuffle(activities, random(seed)));
        LocalDate after = end.isAfter(lastDay.plusDays(1)) ? lastDay.plusDays(1) : end;
        target.play(after, new ArrayList<>(newcomers.values()), activities);
        newcomers.clear();
    }

    private Random random(long seed) {
        return new Random(seed * 31 + end.toEpochDay());
    }
}
