package dev.cairn.ledger.code;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.ledger.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/rewards/{id}/codes")
@Tag(name = "Codes")
@RunOnVirtualThread
public class CodeResource {
    private final FillPool fillPool;
    private final Database database;
    private final CodeStore store;
    private final Caller caller;

    public CodeResource(FillPool fillPool, Database database, CodeStore store, Caller caller) {
        this.fillPool = fillPool;
        this.database = database;
        this.store = store;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Adds codes to the reward's pool, all or none")
    public RestResponse<JsonNode> upload(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @RestPath String id,
            @NotNull @Valid CodeUpload upload) {
        return Reply.of(fillPool.upload(caller.id(), IdempotencyKey.of(key), id, upload));
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Adds codes to the reward's pool, one per line, all or none")
    public RestResponse<JsonNode> uploadLines(
            @RestHeader(IdempotencyKey.HEADER) String key, @RestPath String id, String lines) {
        return upload(key, id, CodeUpload.ofLines(lines));
    }

    @POST
    @Path("/generate")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Makes codes that nobody can guess; only their members will see them")
    public RestResponse<JsonNode> generate(
            @RestHeader(IdempotencyKey.HEADER) String key,
            @RestPath String id,
            @NotNull @Valid CodeOrder order) {
        return Reply.of(fillPool.generate(caller.id(), IdempotencyKey.of(key), id, order));
    }

    @GET
    @Path("/summary")
    @RolesAllowed({Roles.MANAGER, Roles.AUDITOR})
    @Operation(summary = "How many codes are free, reserved, handed out and void")
    public CodeSummary summary(@RestPath String id) {
        return database.read(
                tx -> {
                    if (!store.takesCodes(tx, id)) {
                        throw FillPool.noPool();
                    }
                    return store.summary(tx, id);
                });
    }
}
