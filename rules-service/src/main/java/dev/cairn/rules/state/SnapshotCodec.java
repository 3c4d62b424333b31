package dev.cairn.rules.state;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.rules.evaluation.Goal;
import java.util.Optional;

/** Snapshots to JSON and back. What an older version wrote and this one cannot read is absent. */
public final class SnapshotCodec {
    private static final ObjectMapper JSON =
            EventCodec.json().copy().addMixIn(Goal.class, GoalKinds.class);

    private SnapshotCodec() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(name = "ladder", value = Goal.LadderGoal.class),
        @Type(name = "streak", value = Goal.StreakGoal.class),
        @Type(name = "profile", value = Goal.ProfileProgress.class),
        @Type(name = "tier", value = Goal.TierGoal.class),
        @Type(name = "campaign", value = Goal.CampaignGoal.class)
    })
    private interface GoalKinds {}

    public static String encode(Snapshot snapshot) {
        try {
            return JSON.writerFor(Snapshot.class).writeValueAsString(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a snapshot can always be written", e);
        }
    }

    public static Optional<Snapshot> decode(String json) {
        try {
            return Optional.of(JSON.readValue(json, Snapshot.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
