package dev.cairn.ledger.award;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells points of awards of the same name apart by who was awarded them. */
final class Namesakes {
    private final Map<UUID, String> names = new HashMap<>();

    /** These awards of a member are called so, followed by their number. */
    Namesakes called(String name, String member, String award) {
        for (var number = 1; number <= 4; number++) {
            names.put(BusinessKey.lot(member, award + number).id(), name + number);
        }
        return this;
    }

    /** What is left of each award, wherever it is. */
    Map<String, Long> left(Stream<Lot> lots) {
        return lots.filter(lot -> lot.remaining() > 0)
                .collect(
                        groupingBy(
                                lot -> names.get(lot.origin()),
                                TreeMap::new,
                                summingLong(Lot::remaining)));
    }
}
