package dev.cairn.ledger.currency;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Period;

/** What happens to points that come back to a lot whose time is over. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "policy")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DeadLots.Grace.class, name = "grace"),
    @JsonSubTypes.Type(value = DeadLots.NewLot.class, name = "new-lot"),
    @JsonSubTypes.Type(value = DeadLots.StayDead.class, name = "stay-dead")
})
public sealed interface DeadLots {

    /** They can be spent for some more days, counted from the day on which they came back. */
    record Grace(Period days) implements DeadLots {}

    /** They become a new lot, as if they had been earned on the day on which they came back. */
    record NewLot() implements DeadLots {}

    /** They run out at once. */
    record StayDead() implements DeadLots {}
}
