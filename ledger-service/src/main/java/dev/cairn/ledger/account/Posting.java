package dev.cairn.ledger.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One change of an account, with all its lines. Never altered once it is written.
 *
 * @param points what it is about, positive; the kind tells the direction
 * @param version its place in the account's history, from 1 without gaps
 * @param balanceAfter what the member saw right after it
 * @param arrearsAfter what the member owed right after it
 */
public record Posting(
        UUID id,
        String key,
        AccountId account,
        PostingKind kind,
        long points,
        long version,
        long balanceAfter,
        long arrearsAfter,
        Subject subject,
        String reason,
        Instant occurredAt,
        List<Entry> entries,
        List<LotUse> uses) {}
