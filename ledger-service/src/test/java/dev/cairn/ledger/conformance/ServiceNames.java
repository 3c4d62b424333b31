package dev.cairn.ledger.conformance;

import dev.cairn.ledger.Awards;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Members of a case have ids of their own in the running service. */
final class ServiceNames {
    private final List<String> currencies;
    private final Map<String, String> idOfMember = new HashMap<>();
    private final Map<String, String> memberOfId = new HashMap<>();

    ServiceNames(List<String> currencies) {
        this.currencies = currencies;
    }

    String memberId(String member) {
        return idOfMember.computeIfAbsent(
                member == null ? Case.Posting.ANN : member,
                name -> {
                    var id = Awards.newMember();
                    memberOfId.put(id, name);
                    return id;
                });
    }

    /** A key for a caller that many cases share. */
    String key(String id) {
        return memberId(Case.Posting.ANN) + "-" + id;
    }

    String[] memberIds() {
        return memberOfId.keySet().toArray(String[]::new);
    }

    String currency(String currency) {
        return currency == null ? currencies.getFirst() : currency;
    }

    String account(String memberId, String currency) {
        var member = memberOfId.get(memberId);
        return currency.equals(currencies.getFirst()) ? member : member + "/" + currency;
    }
}
