package dev.cairn.ledger.points;

/**
 * The programme's points, all members together.
 *
 * @param members how many have or had points; households are none, merged and erased ones are not
 *     any more
 */
public record PointsTotals(
        long earnedBase,
        long earnedBonus,
        long clawedBackBase,
        long clawedBackBonus,
        long redeemed,
        long expired,
        long active,
        long pending,
        long held,
        long arrears,
        long adjusted,
        long transferred,
        long converted,
        long writtenOff,
        long members) {}
