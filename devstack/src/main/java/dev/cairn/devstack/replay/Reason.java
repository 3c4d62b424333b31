package dev.cairn.devstack.replay;

import java.util.Locale;

/** Why a line of the file is not played. */
enum Reason {
    NO_CUSTOMER,
    PRICE_NOT_POSITIVE,
    PURCHASE_WITH_NEGATIVE_QUANTITY,
    RETURN_WITH_POSITIVE_QUANTITY,
    INVOICE_OF_ANOTHER_MEMBER,
    INVOICE_ALREADY_PLAYED;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
