package dev.cairn.devstack.chaos;

/** Listens to one connection of a proxy, and may cut it. Both ends are called side by side. */
interface Tap {

    Tap OPEN =
            new Tap() {
                @Override
                public void asked(byte[] bytes, int length) {}

                @Override
                public boolean lets(byte[] bytes, int length) {
                    return true;
                }
            };

    /** What goes to the server. */
    void asked(byte[] bytes, int length);

    /** What comes back; when false, it does not arrive and the connection is cut. */
    boolean lets(byte[] bytes, int length);
}
