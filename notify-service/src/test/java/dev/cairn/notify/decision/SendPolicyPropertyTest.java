package dev.cairn.notify.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.notify.decision.Decision.Defer;
import dev.cairn.notify.decision.Decision.Send;
import dev.cairn.notify.template.MessageClass;
import dev.cairn.notify.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class SendPolicyPropertyTest {
    private static final Instant BASE = Instant.parse("2026-01-01T00:00:00Z");
    private static final long YEAR = 366L * 86_400;

    @Property
    void nothingUrgentLeavesTheAppAtNight(
            @ForAll @LongRange(min = 0, max = YEAR) long second, @ForAll("zones") String zone) {
        var now = BASE.plusSeconds(second);
        var decision = sceneAt(Template.MILESTONE_REACHED, now).in(zone).outreach(now);

        var local = now.atZone(ZoneId.of(zone)).toLocalTime();
        var night = local.isBefore(LocalTime.of(8, 0)) || !local.isBefore(LocalTime.of(21, 0));
        assertThat(decision instanceof Send).isEqualTo(!night);
    }

    @Property
    void deferredMessageIsSentWhenItIsDue(
            @ForAll @LongRange(min = 0, max = YEAR) long second, @ForAll("zones") String zone) {
        var now = BASE.plusSeconds(second);
        var scene = sceneAt(Template.MILESTONE_REACHED, now).in(zone);

        if (scene.outreach(now) instanceof Defer(var until, _)) {
            assertThat(until).isAfter(now).isBefore(now.plus(Duration.ofHours(13)));
            assertThat(scene.outreach(until)).isInstanceOf(Send.class);
        }
    }

    @Property
    void noWindowEverHoldsMoreThanTheCapAllows(
            @ForAll("attempts") List<Long> attempts, @ForAll("cappedTemplates") Template template) {
        var sent = new ArrayList<Instant>();
        for (var second : new TreeSet<>(attempts)) {
            var now = BASE.plusSeconds(second);
            var scene = sceneAt(template, now);
            var marketing = template.messageClass() == MessageClass.MARKETING;
            sent.forEach(marketing ? scene::sentMarketing : scene::sent);
            if (scene.outreach(now) instanceof Send) {
                sent.add(now);
            }
        }

        var limit = template.messageClass() == MessageClass.MARKETING ? 1 : 3;
        for (var start : sent) {
            var end = start.plus(Duration.ofDays(7));
            assertThat(sent.stream().filter(at -> !at.isBefore(start) && at.isBefore(end)))
                    .hasSizeLessThanOrEqualTo(limit);
        }
    }

    @Property
    void everyDeferralLiesAheadAndBeforeTheEndOfUse(
            @ForAll @LongRange(min = 0, max = YEAR) long second,
            @ForAll @LongRange(min = 1, max = 20 * 86_400) long useful,
            @ForAll Template template,
            @ForAll("zones") String zone) {
        var now = BASE.plusSeconds(second);
        var scene =
                sceneAt(template, now)
                        .in(zone)
                        .validUntil(now.plusSeconds(useful))
                        .sent(now.minusSeconds(useful))
                        .sent(now.minusSeconds(useful / 2))
                        .sent(now.minusSeconds(useful / 3));

        if (scene.outreach(now) instanceof Defer(var until, _)) {
            assertThat(until).isAfter(now).isBeforeOrEqualTo(now.plusSeconds(useful));
        }
    }

    private static Scene sceneAt(Template template, Instant now) {
        return Scene.of(template).occurredAt(now).validUntil(now.plus(Duration.ofDays(30)));
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "Europe/Berlin",
                "Europe/London",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Pacific/Apia",
                "America/Santiago",
                "UTC");
    }

    @Provide
    Arbitrary<Template> cappedTemplates() {
        return Arbitraries.of(Template.MILESTONE_REACHED, Template.WIN_BACK);
    }

    @Provide
    Arbitrary<List<Long>> attempts() {
        return Arbitraries.longs().between(0, 40L * 86_400).list().ofMaxSize(60);
    }
}
