package dev.cairn.e2e.fault;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.demo.DemoOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * One thing that goes wrong.
 *
 * @param at the virtual time from which on it may happen
 * @param victim what is killed; none means that Redis forgets everything
 */
record Blow(Instant at, Optional<Component> victim) {

    /** Not the identity provider and not the mail server: they are not ours to protect. */
    private static final Set<Component> VICTIMS =
            EnumSet.complementOf(EnumSet.of(Component.KEYCLOAK, Component.SINKS));

    private static final int FLUSHES = 2;

    /** Each victim once and two losses of memory, in a random order, spread over the play. */
    static List<Blow> plan(DemoOptions play, long seed) {
        Random random = new Random(seed);
        List<Optional<Component>> victims =
                new ArrayList<>(VICTIMS.stream().map(Optional::of).toList());
        victims.addAll(Collections.nCopies(FLUSHES, Optional.empty()));
        Collections.shuffle(victims, random);
        Instant start = DemoOptions.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        Duration share = Duration.ofDays(play.days()).dividedBy(victims.size() + 1L);
        List<Blow> blows = new ArrayList<>();
        for (int index = 0; index < victims.size(); index++) {
            Duration within = share.multipliedBy(random.nextInt(100)).dividedBy(100);
            Instant at = start.plus(share.multipliedBy(index)).plus(within);
            blows.add(new Blow(at, victims.get(index)));
        }
        return blows;
    }
}
