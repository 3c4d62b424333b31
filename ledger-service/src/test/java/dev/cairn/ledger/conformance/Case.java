package dev.cairn.ledger.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A case as its file says it; docs/conformance/ledger/README.md explains each part. */
record Case(
        @JsonProperty("$schema") String schema,
        String name,
        String about,
        String semantic,
        Given given,
        List<Step> steps) {

    /** Names it in reports. */
    String id() {
        return semantic + "/" + name;
    }

    /** The command of a step: repetitions lead to what they repeat, and dates are filled in. */
    Command command(Step step) {
        return switch (step.command()) {
            case Command.Repeat again -> command(steps.get(again.step() - 1));
            case Command.SetAward award -> dated(award);
            case Command.SetAwards batch ->
                    new Command.SetAwards(batch.awards().stream().map(this::dated).toList());
            case Command other -> other;
        };
    }

    /** An award was earned when it is first told of, unless its revisions say otherwise. */
    private Command.SetAward dated(Command.SetAward award) {
        return award.occurredAt() == null ? award.earnedAt(firstToldAt(award.award())) : award;
    }

    private Instant firstToldAt(String award) {
        for (var step : steps) {
            for (var told : Command.awardsOf(step.command())) {
                if (told.award().equals(award)) {
                    return told.occurredAt() == null ? step.at() : told.occurredAt();
                }
            }
        }
        throw new IllegalStateException("no step tells of " + award);
    }

    /**
     * What the ledger is set up with.
     *
     * @param currencies of currencies.json; the first is meant where none is named
     */
    record Given(List<String> currencies) {}

    record Step(Instant at, Command command, Expect expect) {}

    /**
     * What is seen right after the step.
     *
     * @param journal all postings that the step caused, in the order of each account
     * @param balance states by account; null says nothing
     * @param lots by name, only with the fields that matter; null says nothing
     * @param refusal null when the command is accepted
     */
    record Expect(
            List<Posting> journal,
            Map<String, Map<String, Long>> balance,
            Map<String, ObjectNode> lots,
            ObjectNode refusal) {}

    /**
     * A posting, expected or seen.
     *
     * @param account null means ann's, in the case's first currency
     * @param pots what each pot gained; those that gained nothing are left out
     * @param lots what each lot gave, by use; null means none
     * @param occurredAt null says nothing
     */
    record Posting(
            String account,
            String kind,
            long points,
            Map<String, Long> pots,
            Map<String, Map<String, Long>> lots,
            Instant occurredAt) {
        /** Whose account it is when nobody says so. */
        static final String ANN = "ann";

        Posting {
            account = account == null ? ANN : account;
            pots = pots == null ? Map.of() : pots;
            lots = lots == null ? Map.of() : lots;
        }

        Posting without(boolean time) {
            return time ? new Posting(account, kind, points, pots, lots, null) : this;
        }
    }
}
