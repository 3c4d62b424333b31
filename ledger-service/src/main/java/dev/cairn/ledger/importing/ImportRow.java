package dev.cairn.ledger.importing;

import dev.cairn.ledger.account.AccountId;
import java.time.Instant;

/**
 * A line of the file that can be imported.
 *
 * @param line its number in the file
 * @param reference SHA-256 of the line's own name, in hexadecimal digits
 * @param content SHA-256 of all else that the line says, in hexadecimal digits
 * @param activeFrom null when the points can be spent at once
 * @param expiresAt null when they never run out
 * @param sliding whether the use of the account moves {@code expiresAt}
 * @param priority lower is spent first, whatever runs out when; 0 is usual
 */
record ImportRow(
        int line,
        String reference,
        String content,
        AccountId account,
        long points,
        Instant earnedAt,
        Instant activeFrom,
        Instant expiresAt,
        boolean sliding,
        int priority) {}
