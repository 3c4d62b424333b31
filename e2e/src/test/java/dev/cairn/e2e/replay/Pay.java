package dev.cairn.e2e.replay;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Points that a member has for one reason.
 *
 * @param qualifies whether they count towards the tier
 * @param gone the first day without them; null when they stay
 */
record Pay(long points, LocalDateTime at, boolean qualifies, LocalDate gone) {

    /** Base points live for twelve months, to the end of that day. */
    static Pay base(Order order) {
        return new Pay(order.net() / 100, order.at, true, order.day().plusMonths(12).plusDays(1));
    }

    static Pay lasting(long points, LocalDateTime at) {
        return new Pay(points, at, true, null);
    }

    /** A campaign's points live for thirty days, to the end of that day. */
    static Pay treat(long points, LocalDateTime at) {
        return new Pay(points, at, false, at.toLocalDate().plusDays(30).plusDays(1));
    }

    boolean alive(LocalDate today) {
        return gone == null || gone.isAfter(today);
    }
}
