package dev.cairn.ledger;

import dev.cairn.kit.problem.ProblemType;

/** Refusals of the ledger, besides those that every service knows. */
public enum LedgerProblem implements ProblemType {
    REWARD_UNKNOWN(404, "There is no such reward"),
    REWARD_SOLD_OUT(409, "The reward is sold out"),
    INSUFFICIENT_POINTS(422, "The balance does not suffice"),
    CURRENCY_UNKNOWN(422, "There is no such point currency"),
    AWARD_UNKNOWN(404, "There is no such award"),
    AWARD_NOT_PENDING(409, "The award does not wait any more"),
    REINSTATEMENT_EXCEEDS_EXPIRED(422, "So many points have not expired"),
    ACCOUNT_FROZEN(409, "The account is frozen"),
    ACCOUNT_CLOSED(409, "The account is closed"),
    HOLD_LAPSED(409, "The hold has lapsed"),
    HOLD_SETTLED(409, "The hold is settled already"),
    CAPTURE_EXCEEDS_HOLD(422, "The capture is larger than what is held"),
    CAPTURE_NOT_WHOLE(422, "The hold is captured whole or not at all"),
    HOLD_OF_REWARD(409, "The hold is for a reward"),
    HOLD_TOO_LONG(422, "The hold would last too long"),
    REWARD_NOT_NOW(409, "The reward cannot be had at this time"),
    REWARD_NOT_FOR_YOU(403, "The reward is for other members"),
    REWARD_LIMIT_REACHED(409, "The member has had this reward often enough"),
    REWARD_HAS_NO_SUCH_PRICE(422, "The reward has no price in this currency"),
    CODES_EXHAUSTED(409, "No code is left for the reward"),
    QUOTE_EXPIRED(409, "The quote is too old"),
    QUOTE_USED(409, "The quote was used already"),
    STEP_NOT_POSSIBLE(409, "The redemption cannot take this step"),
    REDEMPTION_RESERVED(409, "The reward is only reserved"),
    REFUND_EXCEEDS_CAPTURE(422, "The refund is larger than what was captured"),
    PARTNER_UNKNOWN(404, "There is no such partner"),
    PARTNER_INACTIVE(409, "The partner does not take part at the moment"),
    PARTNER_LIMIT_REACHED(409, "The partner's budget is used up"),
    MEMBER_CODE_INVALID(422, "The member's code is not good"),
    CODE_TAKEN(409, "A code is there already"),
    CODE_UNKNOWN(404, "There is no such code"),
    CODE_USED(409, "The code was used already"),
    CODE_VOID(409, "The code is worth nothing any more"),
    TRANSFER_NOT_POSSIBLE(422, "Points cannot be given away like this"),
    CONVERSION_NOT_OFFERED(422, "Points cannot be changed like this"),
    HOUSEHOLD_UNKNOWN(404, "There is no such household"),
    HOUSEHOLD_MEMBER_ALREADY(409, "The member belongs to a household already"),
    HOUSEHOLD_FULL(409, "The household is full"),
    INVITATION_INVALID(404, "There is no such invitation"),
    REASON_UNKNOWN(422, "There is no such reason"),
    SECOND_APPROVER_NEEDED(403, "A second person has to decide"),
    ADJUSTMENT_DECIDED(409, "The adjustment was decided already"),
    ADJUSTMENT_TOO_LATE(409, "The adjustment's points would have run out already"),
    AUTO_REDEEM_NOT_OFFERED(422, "The reward is not redeemed by itself"),
    DAY_NOT_SEALED(404, "There is no such seal");

    private final int status;
    private final String title;

    LedgerProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
