package dev.cairn.ledger.proof;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/proof")
@Tag(name = "Proof")
@RunOnVirtualThread
public class ProofResource {
    private final Database database;
    private final ProofStore store;
    private final Caller caller;

    public ProofResource(Database database, ProofStore store, Caller caller) {
        this.database = database;
        this.store = store;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "Recalculates all balances from the journal and says whether they agree")
    public Proof prove() {
        var mayNameMembers = caller.roles().contains(Roles.AUDITOR);
        return database.read(tx -> prove(tx, mayNameMembers));
    }

    private Proof prove(Tx tx, boolean mayNameMembers) {
        var findings = store.findings(tx, mayNameMembers);
        return Proof.of(findings, store.postings(tx), store.sums(tx));
    }
}
