package dev.cairn.ledger.autoredeem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.catalogue.AutoRedeem;
import java.time.Instant;

/**
 * What a member wants to have redeemed by itself.
 *
 * @param account that pays
 * @param reward id of the reward
 * @param reserve points that are never spent by it, from 0
 * @param since when the member last said so
 * @param undone points that had come back by then of what was redeemed by itself
 * @param terms the programme's; null when it does not offer this any more
 * @param blocked the problem that stood in the way at the last look, if nothing changed since; or
 *     null
 * @param againAt when the account is looked at again even if it does not change; null for at once
 */
record StandingOrder(
        AccountId account,
        String reward,
        long reserve,
        Instant since,
        long undone,
        AutoRedeem terms,
        JsonNode blocked,
        Instant againAt) {

    /** Whether something that it made came back since: then it makes nothing more. */
    boolean pausedBy(long undoneNow) {
        return undoneNow > undone;
    }
}
