package dev.cairn.ledger.catalogue;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/rewards")
@Tag(name = "Rewards")
@RunOnVirtualThread
public class RewardResource {
    private final Database database;
    private final RewardStore store;
    private final Caller caller;

    public RewardResource(Database database, RewardStore store, Caller caller) {
        this.database = database;
        this.store = store;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        Roles.MEMBER,
        Roles.PARTNER,
        Roles.MANAGER,
        Roles.SUPPORT,
        Roles.AUDITOR,
        Roles.OPERATOR
    })
    @Operation(summary = "What points buy; managers also see what is switched off")
    public Page<RewardOffer> list(
            @Context HttpHeaders headers, @RestQuery String cursor, @RestQuery Integer limit) {
        var after = Cursor.decode(cursor, 1).map(parts -> parts.getFirst()).orElse("");
        var size = Limit.of(limit);
        var all = caller.roles().contains(Roles.MANAGER);
        var rows = database.read(tx -> store.list(tx, all, after, size.andOneMore()));
        var language = language(headers);
        return Page.of(
                rows.stream().map(reward -> RewardOffer.of(reward, language)).toList(),
                size,
                offer -> Cursor.encode(offer.id()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Adds a reward or replaces it")
    public RestResponse<Reward> put(
            @RestPath @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String id,
            @NotNull @Valid RewardDefinition definition) {
        var reward = definition.toReward(id);
        var created = database.inTransaction(tx -> store.put(tx, reward));
        return RestResponse.ResponseBuilder.ok(reward)
                .status(created ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                .build();
    }

    private static String language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .findFirst()
                .map(locale -> locale.getLanguage())
                .orElse("en");
    }
}
