package dev.cairn.notify.unsubscribe;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.contact.AddressHash;
import dev.cairn.notify.purpose.Purpose;
import java.util.UUID;

/** What an unsubscribe link ends: one kind of message, for one member at one address. */
public record UnsubscribeToken(
        String memberId, Purpose purpose, Channel channel, UUID messageId, AddressHash address) {}
