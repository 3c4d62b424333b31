package dev.cairn.notify.email;

import dev.cairn.notify.delivery.Handover;
import dev.cairn.notify.suppression.Suppression;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mail server's refusal means. RFC 3463 tells who is to blame: x.1.x the address, x.2.x the
 * mailbox, x.7.x our reputation. Only a dead address is suppressed; 5.7.x is about us.
 */
final class Refusal {
    private static final Pattern ENHANCED =
            Pattern.compile("(?:^|\\s)([245])\\.(\\d{1,3})\\.(\\d{1,3})(?:\\s|$)");
    private static final String ADDRESS = "1";
    private static final String MAILBOX = "2";
    private static final String DISABLED = "1";

    private Refusal() {}

    /**
     * The meaning of a reply.
     *
     * @param atRecipient whether the server said it when it heard the address
     */
    static Handover of(int code, String reply, boolean atRecipient) {
        if (code < 500) {
            return new Handover.Busy();
        }
        var enhanced = ENHANCED.matcher(reply);
        return enhanced.find()
                ? refused(
                        dead(enhanced.group(2), enhanced.group(3)),
                        code + " " + enhanced.group().strip())
                : refused(atRecipient && deadWithoutDetail(code), String.valueOf(code));
    }

    private static boolean dead(String subject, String detail) {
        return switch (subject) {
            case ADDRESS ->
                    switch (detail) {
                        case "0", "1", "2", "3", "6", "10" -> true;
                        default -> false;
                    };
            case MAILBOX -> detail.equals(DISABLED);
            default -> false;
        };
    }

    private static boolean deadWithoutDetail(int code) {
        return code == 550 || code == 551 || code == 553;
    }

    private static Handover refused(boolean dead, String code) {
        return new Handover.Refused(
                dead ? Optional.of(Suppression.hardBounce()) : Optional.empty(), code);
    }
}
