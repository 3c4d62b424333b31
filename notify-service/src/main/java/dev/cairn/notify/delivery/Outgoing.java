package dev.cairn.notify.delivery;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.contact.AddressHash;

/** A letter that is being handed over, with what is needed to settle the answer. */
record Outgoing(
        Waiting message, boolean inboxSent, Channel channel, AddressHash address, Letter letter) {}
