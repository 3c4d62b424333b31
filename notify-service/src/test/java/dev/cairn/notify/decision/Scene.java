package dev.cairn.notify.decision;

import dev.cairn.notify.candidate.Candidate;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.consent.Consents;
import dev.cairn.notify.consent.Consents.Topic;
import dev.cairn.notify.purpose.Purpose;
import dev.cairn.notify.suppression.Suppression;
import dev.cairn.notify.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A member and a message, reachable and allowed unless a test says otherwise. */
final class Scene {
    static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");
    static final SendPolicy POLICY =
            new SendPolicy(
                    new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)),
                    new FrequencyCap(3, 1, Duration.ofDays(7)),
                    Duration.ofMinutes(30));

    private final Map<Topic, Boolean> consents = new HashMap<>();
    private final Map<Channel, Set<Suppression>> addresses = new HashMap<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private Template template = Template.MILESTONE_REACHED;
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private Instant occurredAt = NOON;
    private Instant validUntil = NOON.plus(Duration.ofDays(7));
    private boolean erased;

    private Scene() {}

    static Scene of(Template template) {
        var scene = new Scene();
        scene.template = template;
        return scene.with(Channel.EMAIL)
                .consent(Purpose.LOYALTY, Channel.EMAIL, true)
                .consent(Purpose.MARKETING, Channel.EMAIL, true);
    }

    Scene with(Channel channel) {
        addresses.putIfAbsent(channel, new HashSet<>());
        return this;
    }

    Scene without(Channel channel) {
        addresses.remove(channel);
        return this;
    }

    Scene suppressed(Channel channel, Suppression suppression) {
        with(channel);
        addresses.get(channel).add(suppression);
        return this;
    }

    Scene consent(Purpose purpose, Channel channel, boolean granted) {
        consents.put(new Topic(purpose, channel), granted);
        return this;
    }

    Scene silentAbout(Purpose purpose, Channel channel) {
        consents.remove(new Topic(purpose, channel));
        return this;
    }

    Scene sent(Instant at) {
        reservations.add(new Reservation(at, false));
        return this;
    }

    Scene sentMarketing(Instant at) {
        reservations.add(new Reservation(at, true));
        return this;
    }

    Scene in(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    Scene occurredAt(Instant at) {
        occurredAt = at;
        return this;
    }

    Scene validUntil(Instant until) {
        validUntil = until;
        return this;
    }

    Scene erased() {
        erased = true;
        return this;
    }

    Candidate candidate() {
        return candidate("occasion");
    }

    Candidate candidate(String occasion) {
        return Candidate.about(template, "m-1", occasion, occurredAt, validUntil, Map.of());
    }

    MemberContext member() {
        return new MemberContext(zone, erased, new Consents(consents), addresses, reservations);
    }

    Plan decide(Instant now) {
        return POLICY.decide(candidate(), member(), now);
    }

    Decision outreach(Instant now) {
        return decide(now).outreach();
    }

    Decision inbox(Instant now) {
        return decide(now).inbox();
    }
}
