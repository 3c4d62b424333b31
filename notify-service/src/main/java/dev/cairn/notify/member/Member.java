package dev.cairn.notify.member;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What has to be known about a member to write at the right hour and in the right language.
 *
 * @param zone empty until the member's profile arrives
 * @param locale BCP 47 tag; empty until the member's profile arrives
 */
public record Member(String id, Optional<ZoneId> zone, Optional<String> locale, boolean erased) {

    /**
     * A member's profile.
     *
     * @throws DateTimeException if the zone is not an IANA zone
     */
    public static Member of(String id, String zone, String locale) {
        return new Member(
                id, Optional.ofNullable(zone).map(ZoneId::of), Optional.ofNullable(locale), false);
    }
}
