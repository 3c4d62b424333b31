package dev.cairn.ledger.conformance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/**
 * What a step asks for. A member that is not named is {@code ann}, a currency that is not named is
 * the case's first.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Command.SetAward.class, name = "set-award"),
    @JsonSubTypes.Type(value = Command.SetAwards.class, name = "set-awards"),
    @JsonSubTypes.Type(value = Command.Activate.class, name = "activate"),
    @JsonSubTypes.Type(value = Command.CancelAward.class, name = "cancel-award"),
    @JsonSubTypes.Type(value = Command.PassTime.class, name = "pass-time"),
    @JsonSubTypes.Type(value = Command.Redeem.class, name = "redeem"),
    @JsonSubTypes.Type(value = Command.CancelRedemption.class, name = "cancel-redemption"),
    @JsonSubTypes.Type(value = Command.Refund.class, name = "refund"),
    @JsonSubTypes.Type(value = Command.PlaceHold.class, name = "hold"),
    @JsonSubTypes.Type(value = Command.Reserve.class, name = "reserve"),
    @JsonSubTypes.Type(value = Command.Extend.class, name = "extend"),
    @JsonSubTypes.Type(value = Command.Capture.class, name = "capture"),
    @JsonSubTypes.Type(value = Command.VoidHold.class, name = "void"),
    @JsonSubTypes.Type(value = Command.Transfer.class, name = "transfer"),
    @JsonSubTypes.Type(value = Command.Convert.class, name = "convert"),
    @JsonSubTypes.Type(value = Command.Adjust.class, name = "adjust"),
    @JsonSubTypes.Type(value = Command.Reinstate.class, name = "reinstate"),
    @JsonSubTypes.Type(value = Command.Freeze.class, name = "freeze"),
    @JsonSubTypes.Type(value = Command.Unfreeze.class, name = "unfreeze"),
    @JsonSubTypes.Type(value = Command.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = Command.Repeat.class, name = "repeat")
})
sealed interface Command {

    /** The revisions that a command tells of. */
    static List<SetAward> awardsOf(Command command) {
        return switch (command) {
            case SetAward award -> List.of(award);
            case SetAwards batch -> batch.awards();
            case Command other -> List.of();
        };
    }

    record SetAward(
            String member,
            String currency,
            String award,
            long revision,
            long points,
            Instant occurredAt,
            Instant activeFrom,
            Instant expiresAt,
            String awaits)
            implements Command {
        SetAward earnedAt(Instant instant) {
            return new SetAward(
                    member,
                    currency,
                    award,
                    revision,
                    points,
                    instant,
                    activeFrom,
                    expiresAt,
                    awaits);
        }
    }

    record SetAwards(List<SetAward> awards) implements Command {}

    record Activate(String member, String award, String action) implements Command {}

    record CancelAward(String member, String award) implements Command {}

    record PassTime() implements Command {}

    /** The key is the id unless there is another. */
    record Redeem(String id, String key, String member, String currency, long points)
            implements Command {
        public Redeem {
            key = key == null ? id : key;
        }
    }

    record CancelRedemption(String redemption) implements Command {}

    /** Gives back a part of a redemption or of a captured hold. */
    record Refund(String id, String of, long points) implements Command {}

    record PlaceHold(String id, String member, String currency, long points, Instant lapsesAt)
            implements Command {}

    /** A reward at this price and its points; the redemption has the id too. */
    record Reserve(String id, String member, String currency, long points, Instant lapsesAt)
            implements Command {}

    record Extend(String hold, Instant lapsesAt) implements Command {}

    /** Settles a hold; what is not captured is free again. */
    record Capture(String id, String hold, long points) implements Command {}

    record VoidHold(String hold) implements Command {}

    record Transfer(String id, String from, String to, String currency, long points)
            implements Command {}

    record Convert(String id, String member, String from, String to, long points)
            implements Command {}

    record Adjust(
            String id,
            String member,
            String currency,
            long points,
            String reason,
            Instant expiresAt)
            implements Command {}

    record Reinstate(
            String id,
            String member,
            String currency,
            String award,
            long points,
            String reason,
            Instant expiresAt)
            implements Command {}

    record Freeze(String member) implements Command {}

    record Unfreeze(String member) implements Command {}

    record Merge(String id, String from, String into) implements Command {}

    /** Sends the command of an earlier step again, unchanged; steps count from 1. */
    record Repeat(int step) implements Command {}
}
