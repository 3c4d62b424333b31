package dev.cairn.notify.unsubscribe;

import dev.cairn.notify.purpose.Purpose;
import dev.cairn.notify.template.Language;

/** The pages behind an unsubscribe link. They show nothing that came with the request. */
final class UnsubscribePage {

    private UnsubscribePage() {}

    static String question(Language language, Purpose purpose) {
        var button =
                """
                <form method="post">
                  <input type="hidden" name="List-Unsubscribe" value="One-Click">
                  <button type="submit">%s</button>
                </form>
                """
                        .formatted(
                                switch (language) {
                                    case EN -> "Unsubscribe";
                                    case DE -> "Abbestellen";
                                });
        return page(
                language,
                switch (language) {
                    case EN -> "Unsubscribe from " + kind(language, purpose) + "?";
                    case DE -> "Keine " + kind(language, purpose) + " mehr?";
                },
                button);
    }

    static String done(Language language, Purpose purpose) {
        return switch (language) {
            case EN ->
                    page(
                            language,
                            "You are unsubscribed.",
                            "<p>We will send no more " + kind(language, purpose) + ".</p>");
            case DE ->
                    page(
                            language,
                            "Sie sind abgemeldet.",
                            "<p>Wir senden keine " + kind(language, purpose) + " mehr.</p>");
        };
    }

    private static String kind(Language language, Purpose purpose) {
        return switch (purpose) {
            case LOYALTY ->
                    switch (language) {
                        case EN -> "messages about your points";
                        case DE -> "Nachrichten zu Ihren Punkten";
                    };
            case MARKETING ->
                    switch (language) {
                        case EN -> "offers and invitations";
                        case DE -> "Angebote und Einladungen";
                    };
        };
    }

    private static String page(Language language, String heading, String rest) {
        return """
        <!DOCTYPE html>
        <html lang="%s">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
          </head>
          <body>
            <main>
              <h1>%s</h1>
              %s
            </main>
          </body>
        </html>
        """
                .formatted(language.code(), heading, heading, rest);
    }
}
