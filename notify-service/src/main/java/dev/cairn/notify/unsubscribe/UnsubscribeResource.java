package dev.cairn.notify.unsubscribe;

import dev.cairn.kit.problem.Problem;
import dev.cairn.notify.NotifyProblem;
import dev.cairn.notify.template.Language;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The link in every message that can be ended. GET shows a page and changes nothing, because mail
 * scanners follow links; POST acts, without login, cookie or redirect (RFC 8058).
 */
@Path("/u/{token}")
@PermitAll
@RunOnVirtualThread
public class UnsubscribeResource {
    private final UnsubscribeLinks links;
    private final Unsubscribe unsubscribe;

    public UnsubscribeResource(UnsubscribeLinks links, Unsubscribe unsubscribe) {
        this.links = links;
        this.unsubscribe = unsubscribe;
    }

    @GET
    public Response ask(@PathParam("token") String text, @Context HttpHeaders headers) {
        var token = read(text);
        return page(UnsubscribePage.question(language(headers), token.purpose()));
    }

    /**
     * Takes the one-click request of a mail program and the form of the page; both say the same.
     */
    @POST
    public Response end(@PathParam("token") String text, @Context HttpHeaders headers) {
        var token = read(text);
        unsubscribe.follow(token);
        return page(UnsubscribePage.done(language(headers), token.purpose()));
    }

    private UnsubscribeToken read(String text) {
        return links.read(text)
                .orElseThrow(
                        () ->
                                Problem.of(
                                        NotifyProblem.UNSUBSCRIBE_LINK_UNKNOWN,
                                        "The link is not complete. Copy all of it from the"
                                                + " message."));
    }

    private static Language language(HttpHeaders headers) {
        var languages = headers.getAcceptableLanguages();
        return Language.of(languages.isEmpty() ? "" : languages.getFirst().toLanguageTag());
    }

    private static Response page(String html) {
        return Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; form-action 'self'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
