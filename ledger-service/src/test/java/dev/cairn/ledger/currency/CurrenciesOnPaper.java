package dev.cairn.ledger.currency;

import java.nio.file.Path;
import java.time.ZoneOffset;

/** Lets tests of other packages read a file of currencies. */
public final class CurrenciesOnPaper {
    private CurrenciesOnPaper() {}

    public static Currencies read(Path file) {
        return new Currencies(file.toAbsolutePath().normalize().toString(), ZoneOffset.UTC);
    }
}
