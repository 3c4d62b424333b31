package dev.cairn.kit.probe;

import java.net.URI;

/** An address and the status that it should answer with. */
record Check(URI address, int status) {
    private static final String FORM = "write URL=STATUS, such as http://ledger/q/health=200, not ";

    /**
     * Reads {@code URL=STATUS}; the address may hold equal signs of its own.
     *
     * @throws IllegalArgumentException if it has another form
     */
    static Check of(String argument) {
        var at = argument.lastIndexOf('=');
        if (at < 0) {
            throw new IllegalArgumentException(FORM + argument);
        }
        try {
            var address = URI.create(argument.substring(0, at));
            var status = Integer.parseInt(argument.substring(at + 1));
            if (address.getHost() == null || status < 100 || status > 599) {
                throw new IllegalArgumentException(FORM + argument);
            }
            return new Check(address, status);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(FORM + argument, e);
        }
    }
}
