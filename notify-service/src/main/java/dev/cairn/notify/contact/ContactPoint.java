package dev.cairn.notify.contact;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.contact.AddressVault.Sealed;

/** Where a member can be reached on one channel; the address stays sealed until it is needed. */
public record ContactPoint(String memberId, Channel channel, Sealed sealed, AddressHash hash) {}
