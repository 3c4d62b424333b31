package dev.cairn.notify.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads templates from the class path. The engine resolves names in maps and nothing else, so a
 * template cannot call a method, and it escapes values in HTML.
 */
final class Library {
    private static final String ROOT = "templates/";

    private final Engine engine =
            Engine.builder()
                    .addDefaultSectionHelpers()
                    .addValueResolver(ValueResolvers.rawResolver())
                    .addValueResolver(ValueResolvers.mapResolver())
                    .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                    .addLocator(Library::locate)
                    .strictRendering(true)
                    .build();

    /**
     * The template in this file.
     *
     * @throws IllegalStateException if it is not there or refers to a token that is not allowed
     */
    Words words(String file, Set<String> allowed) {
        var template = engine.getTemplate(file);
        if (template == null) {
            throw new IllegalStateException("template " + file + " is missing");
        }
        template.getExpressions().forEach(e -> check(file, e, allowed));
        return values -> template.data(values).render();
    }

    private static void check(String file, Expression expression, Set<String> allowed) {
        if (expression.isLiteral()) {
            return;
        }
        var token = expression.toOriginalString();
        if (!allowed.contains(token)) {
            throw new IllegalStateException(
                    "template %s refers to unknown token {%s}; known are %s"
                            .formatted(file, token, allowed));
        }
    }

    private static Optional<TemplateLocation> locate(String file) {
        return Optional.ofNullable(Library.class.getClassLoader().getResource(ROOT + file))
                .map(url -> new Location(url, file.endsWith(".html")));
    }

    private record Location(URL url, boolean html) implements TemplateLocation {
        @Override
        public Reader read() {
            try {
                return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(
                    Variant.forContentType(html ? Variant.TEXT_HTML : Variant.TEXT_PLAIN));
        }
    }
}
