package dev.cairn.notify.email;

import dev.cairn.notify.delivery.Letter;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;

/** Turns letters into mails. */
final class MailWriter {
    private final String from;
    private final String domain;

    MailWriter(String from) {
        this.from = from;
        this.domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
    }

    MailMessage mail(Letter letter) {
        return new MailMessage()
                .setFrom(from)
                .setTo(letter.address())
                .setSubject(letter.wording().subject())
                .setText(letter.wording().text())
                .setHtml(letter.wording().html())
                .setHeaders(headers(letter));
    }

    /** RFC 8058 wants both unsubscribe headers, and a signature (DKIM) that covers them. */
    private MultiMap headers(Letter letter) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        headers.add("Message-ID", "<" + letter.messageId() + "@" + domain + ">");
        headers.add("Auto-Submitted", "auto-generated");
        letter.unsubscribe()
                .ifPresent(
                        link -> {
                            headers.add("List-Unsubscribe", "<" + link + ">");
                            headers.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
                        });
        return headers;
    }
}
