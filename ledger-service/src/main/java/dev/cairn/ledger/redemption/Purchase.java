package dev.cairn.ledger.redemption;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.catalogue.Reward;
import dev.cairn.ledger.quote.Money;
import java.util.UUID;

/**
 * What a wish comes down to.
 *
 * @param account that pays
 * @param money what the points of a payment cover; null for other rewards
 * @param quote that promised it; null without one
 */
record Purchase(Reward reward, AccountId account, long points, Money money, UUID quote) {}
