package dev.cairn.notify.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.cairn.notify.channel.Channel;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where one channel reaches a member, in the form that the channel wants. */
public record Address(Channel channel, String value) {
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                            + "[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");
    private static final Pattern PUSH_TOKEN = Pattern.compile("[A-Za-z0-9:_-]{8,512}");
    private static final int LONGEST_LOCAL_PART = 64;

    /** The address in its canonical form; empty if it cannot be one of the channel. */
    public static Optional<Address> of(Channel channel, String text) {
        var trimmed = text == null ? "" : text.strip();
        var canonical =
                switch (channel) {
                    case EMAIL -> email(trimmed);
                    case SMS -> phone(trimmed);
                    case PUSH -> Optional.of(trimmed).filter(t -> PUSH_TOKEN.matcher(t).matches());
                    case INBOX -> Optional.<String>empty();
                };
        return canonical.map(value -> new Address(channel, value));
    }

    private static Optional<String> email(String text) {
        var at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        try {
            var domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return Optional.of(text.substring(0, at) + "@" + domain.toLowerCase(Locale.ROOT))
                    .filter(address -> address.length() <= LONGEST_EMAIL)
                    .filter(address -> EMAIL.matcher(address).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> phone(String text) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(text, null);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The same text for all spellings that reach the same person. */
    String comparable() {
        return channel.text()
                + ":"
                + (channel == Channel.EMAIL ? value.toLowerCase(Locale.ROOT) : value);
    }

    /** Enough to recognise one's own address, not enough to use it. */
    public String masked() {
        return switch (channel) {
            case EMAIL -> value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
            case SMS -> "***" + value.substring(value.length() - 2);
            case PUSH -> "***" + value.substring(value.length() - 4);
            case INBOX -> "";
        };
    }

    /** Addresses never show up in logs by accident. */
    @Override
    public String toString() {
        return channel.text() + " address";
    }
}
