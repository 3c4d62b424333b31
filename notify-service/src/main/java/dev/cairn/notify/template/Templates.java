package dev.cairn.notify.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * All words of all messages. They are filled from maps of strings only: no expression reaches a
 * Java object. An unknown token stops start-up, a missing value stops the message.
 */
@ApplicationScoped
public class Templates {
    private static final Set<String> COMMON = Set.of("brand", "unsubscribe", "subject");

    private final Map<Template, Map<Language, Text>> texts = new EnumMap<>(Template.class);
    private final String brand;

    private record Text(Words subject, Words html, Words text, Words inbox) {}

    @Inject
    public Templates(TemplateConfig config) {
        this(config.brand());
    }

    Templates(String brand) {
        this.brand = brand;
        var library = new Library();
        for (var template : Template.values()) {
            var languages = new EnumMap<Language, Text>(Language.class);
            for (var language : Language.values()) {
                languages.put(language, text(library, template, language));
            }
            texts.put(template, languages);
        }
    }

    /**
     * Fills a template.
     *
     * @throws IllegalArgumentException if a fact that the template needs is missing
     */
    public Wording fill(Template template, Map<String, Object> facts, Recipient recipient) {
        var text = texts.get(template).get(recipient.language());
        var words = Facts.inWords(facts, template.tokens(), recipient.language(), recipient.zone());
        words.put("brand", brand);
        words.put("unsubscribe", recipient.unsubscribe().map(Object::toString).orElse(""));
        var subject = Facts.oneLine(text.subject().fill(words));
        words.put("subject", subject);
        return new Wording(
                subject,
                text.html().fill(words),
                text.text().fill(words),
                text.inbox().fill(words).strip());
    }

    private static Text text(Library library, Template template, Language language) {
        var folder = template.id() + "/" + language.code() + "/";
        var allowed = new HashSet<>(COMMON);
        template.tokens().forEach(token -> allowed.add(token.text()));
        return new Text(
                library.words(folder + "subject.txt", allowed),
                library.words(folder + "body.html", allowed),
                library.words(folder + "body.txt", allowed),
                library.words(folder + "inbox.txt", allowed));
    }
}
