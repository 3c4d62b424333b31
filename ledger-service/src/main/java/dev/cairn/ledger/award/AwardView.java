package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an award is worth, what it paid, and where its points are.
 *
 * @param member who earned it: whoever has it, or a member that was merged into that one
 * @param worth what the programme's rules say
 * @param paid what was posted, net
 * @param clipped what a limit did not let through; null when none spoke
 * @param uncollected what should have been taken back and could not be
 * @param remaining what is left of it in the member's account, reserved points included
 * @param lastDay the last day on which it can be spent, in the currency's zone; null means never
 */
@Schema(name = "Award")
public record AwardView(
        String member,
        String awardId,
        String currency,
        AwardCategory category,
        @Schema(
                        enumeration = {
                            "pending",
                            "active",
                            "spent",
                            "expired",
                            "reversed",
                            "clipped",
                            "cancelled"
                        })
                String state,
        long revision,
        long worth,
        long paid,
        Clipped clipped,
        long uncollected,
        long remaining,
        long held,
        long expired,
        Instant occurredAt,
        Instant activeFrom,
        String awaits,
        Instant expiresAt,
        LocalDate lastDay) {

    /**
     * Points that a limit on earning kept back, and why.
     *
     * @param cap id of the limit in the currency's rules
     * @param reason one plain sentence for members
     */
    @Schema(name = "ClippedPoints")
    public record Clipped(String cap, long points, String reason) {}

    /** Where the points of an award are. */
    enum State {
        PENDING,
        ACTIVE,
        SPENT,
        EXPIRED,
        REVERSED,
        CLIPPED,
        CANCELLED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of an award, also when the sweep has not come by yet. */
        static State of(Register register, Optional<Lot> lot, Instant now) {
            if (register.cancelled()) {
                return CANCELLED;
            }
            if (register.paid() == 0 || lot.isEmpty()) {
                return register.cap() == null ? REVERSED : CLIPPED;
            }
            return of(lot.get(), now);
        }

        private static State of(Lot lot, Instant now) {
            if (lot.remaining() == 0) {
                return lot.expired() > 0 ? EXPIRED : SPENT;
            }
            if (lot.deadBy(now) && lot.held() == 0) {
                return EXPIRED;
            }
            return lot.pendingAt(now) ? PENDING : ACTIVE;
        }
    }

    /**
     * @param member who earned it
     * @param lot the award's own; empty when it never paid
     */
    static AwardView of(
            String member, Register register, Optional<Lot> lot, Currency currency, Instant now) {
        var expiresAt = lot.map(Lot::expiresAt).orElse(register.expiresAt());
        return new AwardView(
                member,
                register.awardId(),
                register.currency(),
                register.category(),
                State.of(register, lot, now).label(),
                register.revision(),
                register.points(),
                register.paid(),
                clipped(register, currency),
                Math.max(0, register.paid() - register.desired()),
                lot.map(Lot::remaining).orElse(0L),
                lot.map(Lot::held).orElse(0L),
                lot.map(Lot::expired).orElse(0L),
                register.occurredAt(),
                register.activeFrom(),
                register.awaits(),
                expiresAt,
                expiresAt == null ? null : lastDay(expiresAt, currency));
    }

    /** The half-open end of a lot, as the last day on which it is good for something. */
    private static LocalDate lastDay(Instant expiresAt, Currency currency) {
        return expiresAt.minusNanos(1).atZone(currency.zone()).toLocalDate();
    }

    private static Clipped clipped(Register register, Currency currency) {
        if (register.ceiling() == null || register.ceiling() >= register.points()) {
            return null;
        }
        var reason =
                currency.caps().stream()
                        .filter(cap -> cap.id().equals(register.cap()))
                        .map(CapReason::of)
                        .findFirst()
                        .orElse(CapReason.FORMER);
        return new Clipped(register.cap(), register.points() - register.ceiling(), reason);
    }
}
