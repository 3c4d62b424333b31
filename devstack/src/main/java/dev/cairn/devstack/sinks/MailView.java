package dev.cairn.devstack.sinks;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lets a person look at the mails that arrived. */
final class MailView {

    private static final List<String> HEADERS =
            List.of(
                    "From",
                    "To",
                    "Subject",
                    "Date",
                    "Message-ID",
                    "Content-Language",
                    "List-Unsubscribe",
                    "List-Unsubscribe-Post");

    private final GreenMail server;

    MailView(GreenMail server) {
        this.server = server;
    }

    /** The newest mails to an address (or to anybody), newest first, with their headers. */
    List<Map<String, Object>> list(String to, int limit) throws MessagingException {
        MimeMessage[] mails = server.getReceivedMessages();
        List<Map<String, Object>> found = new ArrayList<>();
        for (int index = mails.length - 1; index >= 0 && found.size() < limit; index--) {
            Map<String, Object> summary = summary(index, mails[index]);
            if (to.isEmpty() || summary.getOrDefault("to", "").toString().contains(to)) {
                found.add(summary);
            }
        }
        return found;
    }

    int count() {
        return server.getReceivedMessages().length;
    }

    /** One mail as it came over the wire. */
    String raw(int number) {
        MimeMessage[] mails = server.getReceivedMessages();
        return IntStream.of(number)
                .filter(index -> index >= 1 && index <= mails.length)
                .mapToObj(index -> GreenMailUtil.getWholeMessage(mails[index - 1]))
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> summary(int index, MimeMessage mail)
            throws MessagingException {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("number", index + 1);
        for (String header : HEADERS) {
            String value = mail.getHeader(header, ", ");
            if (value != null) {
                summary.put(camel(header), value);
            }
        }
        return summary;
    }

    /** {@code List-Unsubscribe} becomes {@code listUnsubscribe}. */
    private static String camel(String header) {
        String joined = header.replace("-", "");
        return Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }
}
