package dev.cairn.notify.delivery;

import dev.cairn.notify.candidate.Candidate;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.contact.ContactStore;
import dev.cairn.notify.template.Language;
import dev.cairn.notify.template.Recipient;
import dev.cairn.notify.template.Templates;
import dev.cairn.notify.template.Wording;
import dev.cairn.notify.unsubscribe.UnsubscribeLinks;
import dev.cairn.notify.unsubscribe.UnsubscribeToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** Puts messages into the member's language and addresses them. */
@ApplicationScoped
public class LetterWriter {
    private final Templates templates;
    private final UnsubscribeLinks links;
    private final ContactStore contacts;

    public LetterWriter(Templates templates, UnsubscribeLinks links, ContactStore contacts) {
        this.templates = templates;
        this.links = links;
        this.contacts = contacts;
    }

    /** The words for the inbox, which needs no address. */
    Wording inbox(Candidate candidate, Reachability.Known member) {
        return words(candidate, member, Optional.empty());
    }

    /** The letter for a channel for which the member has an address. */
    Outgoing letter(
            Waiting message, boolean inboxSent, Reachability.Known member, Channel channel) {
        var candidate = message.candidate();
        var point = member.points().get(channel);
        var unsubscribe =
                candidate
                        .template()
                        .messageClass()
                        .purpose()
                        .map(
                                purpose ->
                                        new UnsubscribeToken(
                                                candidate.memberId(),
                                                purpose,
                                                channel,
                                                candidate.id(),
                                                point.hash()))
                        .map(links::link);
        var letter =
                new Letter(
                        candidate.id(),
                        contacts.open(point).value(),
                        words(candidate, member, unsubscribe),
                        unsubscribe);
        return new Outgoing(message, inboxSent, channel, point.hash(), letter);
    }

    private Wording words(
            Candidate candidate, Reachability.Known member, Optional<URI> unsubscribe) {
        var language = Language.of(member.member().locale().orElse(""));
        var recipient = new Recipient(language, member.zone(), unsubscribe);
        return templates.fill(candidate.template(), candidate.facts(), recipient);
    }
}
