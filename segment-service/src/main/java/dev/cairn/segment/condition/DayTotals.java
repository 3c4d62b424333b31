package dev.cairn.segment.condition;

import java.time.LocalDate;

/** What a member bought on one day of the member's calendar, after returns. */
public record DayTotals(LocalDate day, long purchases, long netSpend) {}
