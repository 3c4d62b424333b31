package dev.cairn.ledger.hold;

/** Names those who place holds, so that each changes its own only. */
public final class HoldOwner {
    private HoldOwner() {}

    /** A shop's client: the holds are its own, whichever of its tokens placed them. */
    public static String shop(String clientId) {
        return "pos:" + clientId;
    }
}
