package dev.cairn.notify.contact;

import java.util.HexFormat;

/** Recognises an address without knowing it: a keyed hash of its comparable form. */
public record AddressHash(String hex) {

    /** The hash with these bytes. */
    public static AddressHash of(byte[] bytes) {
        return new AddressHash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
