package dev.cairn.ledger.erasure;

import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.ledger.merge.MergedMembers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/members/{id}/export")
@Tag(name = "Member data")
@RunOnVirtualThread
public class MemberDataResource {
    private final Database database;
    private final MemberDataStore store;
    private final MergedMembers mergedMembers;
    private final CairnClock clock;

    public MemberDataResource(
            Database database,
            MemberDataStore store,
            MergedMembers mergedMembers,
            CairnClock clock) {
        this.database = database;
        this.store = store;
        this.mergedMembers = mergedMembers;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "All that the ledger keeps of a member and of who was merged into it")
    public MemberData export(@RestPath String id) {
        var member = MemberId.fromPath(id);
        return new MemberData(
                member,
                clock.instant(),
                database.read(tx -> store.everythingOf(tx, mergedMembers.all(tx, member))));
    }
}
