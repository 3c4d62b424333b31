package dev.cairn.rules.programme;

import dev.cairn.kit.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/programme")
@RunOnVirtualThread
public class ProgrammeResource {
    private final Programme programme;

    ProgrammeResource(Programme programme) {
        this.programme = programme;
    }

    @GET
    @RolesAllowed({
        Roles.MEMBER,
        Roles.POS,
        Roles.PARTNER,
        Roles.MANAGER,
        Roles.SUPPORT,
        Roles.AUDITOR,
        Roles.OPERATOR
    })
    @Operation(summary = "The programme in force, as its file says it")
    public Programme programme() {
        return programme;
    }
}
