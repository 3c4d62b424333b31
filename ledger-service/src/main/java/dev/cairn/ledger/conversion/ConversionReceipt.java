package dev.cairn.ledger.conversion;

import dev.cairn.ledger.currency.Conversion.Rate;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a member gets in hand.
 *
 * @param taken points of the first currency
 * @param given points of the second
 * @param balance what is left of the first
 */
@Schema(name = "ConversionReceipt")
public record ConversionReceipt(
        UUID id,
        String from,
        String to,
        long taken,
        long given,
        Rate rate,
        long balance,
        Instant convertedAt) {}
