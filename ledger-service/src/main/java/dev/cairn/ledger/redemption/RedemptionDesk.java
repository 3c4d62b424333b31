package dev.cairn.ledger.redemption;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.Idempotency;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.catalogue.RewardType;
import dev.cairn.ledger.code.CodeStore;
import dev.cairn.ledger.redemption.RedeemReward.Outcome;
import dev.cairn.ledger.redemption.RedeemReward.Wisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Answers each wish once and for all: a refused wish stays refused. */
@ApplicationScoped
class RedemptionDesk {
    private final Database database;
    private final Idempotency idempotency;
    private final RedeemReward redeemReward;
    private final CodeStore codes;
    private final RedemptionMetrics metrics;

    RedemptionDesk(
            Database database,
            Idempotency idempotency,
            RedeemReward redeemReward,
            CodeStore codes,
            RedemptionMetrics metrics) {
        this.database = database;
        this.idempotency = idempotency;
        this.redeemReward = redeemReward;
        this.codes = codes;
        this.metrics = metrics;
    }

    /** All that makes two wishes the same; what is absent leaves no trace. */
    private record Wish(String what, String member, String reward, String currency, UUID quote) {}

    Answer answer(String callerId, String memberId, IdempotencyKey key, RedemptionRequest request) {
        var wish =
                new Wish(
                        "redemption",
                        memberId,
                        request.reward(),
                        request.currency(),
                        request.quote());
        return database.inTransaction(
                tx -> {
                    var answer =
                            idempotency.once(
                                    tx,
                                    callerId,
                                    key,
                                    wish,
                                    () -> answer(tx, callerId, memberId, key, request));
                    return byCode(answer) ? withCode(tx, answer) : answer;
                });
    }

    private Answer answer(
            Tx tx,
            String callerId,
            String memberId,
            IdempotencyKey key,
            RedemptionRequest request) {
        var name = BusinessKey.redemption(callerId, key.value());
        var outcome = redeemReward.redeem(tx, Wisher.member(memberId, name), request);
        metrics.countAfterCommit(tx, outcome);
        return switch (outcome) {
            case Outcome.Redeemed(var receipt) -> Answer.of(201, receipt);
            case Outcome.Refused(var problem) -> Reply.refused(problem);
        };
    }

    private static boolean byCode(Answer answer) {
        return answer.status() == 201
                && answer.body().path("type").asText().equals(RewardType.VOUCHER_CODE.label());
    }

    /** Codes stand in their pool only; a stored answer has none, and one that is void is gone. */
    private Answer withCode(Tx tx, Answer answer) {
        var id = UUID.fromString(answer.body().path("id").asText());
        var code = codes.of(tx, List.of(id)).get(id);
        if (code == null) {
            return answer;
        }
        var body = ((ObjectNode) answer.body().deepCopy()).put("code", code);
        return new Answer(answer.status(), body, answer.replayed());
    }
}
