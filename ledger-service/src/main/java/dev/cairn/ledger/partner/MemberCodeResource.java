package dev.cairn.ledger.partner;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/me/partner-codes")
@Tag(name = "Partners")
@RunOnVirtualThread
public class MemberCodeResource {
    // long enough for a queue at a till, too short to be worth stealing
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final SecureRandom chance = new SecureRandom();
    private final Database database;
    private final MemberCodeStore store;
    private final Caller caller;
    private final CairnClock clock;

    public MemberCodeResource(
            Database database, MemberCodeStore store, Caller caller, CairnClock clock) {
        this.database = database;
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            summary = "A code to show at a partner's till",
            description =
                    "Good once, for ten minutes. Takes no Idempotency-Key, because codes are not"
                            + " kept: repeating the call gives another code and ends the one"
                            + " before.")
    public RestResponse<MemberCode> draw() {
        var code = MemberCode.drawn(chance, clock.instant().plus(LIFE));
        var member = caller.memberId();
        database.transact(tx -> store.put(tx, member, code));
        return RestResponse.status(RestResponse.Status.CREATED, code);
    }
}
