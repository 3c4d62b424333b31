package dev.cairn.ledger.transfer;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the giver gets in hand.
 *
 * @param balance what the giver has left to spend
 */
@Schema(name = "Transfer")
public record TransferReceipt(
        UUID id, String to, String currency, long points, long balance, Instant givenAt) {}
