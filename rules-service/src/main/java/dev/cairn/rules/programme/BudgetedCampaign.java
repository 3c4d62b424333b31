package dev.cairn.rules.programme;

import java.time.Period;

/**
 * The first purchase of a member in each window pays, until the budget is used up.
 *
 * @param days the days of the windows, in the programme's zone; neighbouring days are one window
 * @param points what a window pays
 * @param budget points that the whole campaign may pay
 * @param expiresAfter calendar time until the points expire; null means never
 */
public record BudgetedCampaign(
        String id, Title title, RecurringDays days, long points, long budget, Period expiresAfter)
        implements Rule {}
