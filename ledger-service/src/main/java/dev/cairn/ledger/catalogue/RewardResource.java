package dev.cairn.ledger.catalogue;

import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.ledger.catalogue.ShowRewards.Wanted;
import dev.cairn.ledger.currency.Currencies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
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
    private final ShowRewards showRewards;
    private final Currencies currencies;
    private final Caller caller;

    public RewardResource(
            Database database,
            RewardStore store,
            ShowRewards showRewards,
            Currencies currencies,
            Caller caller) {
        this.database = database;
        this.store = store;
        this.showRewards = showRewards;
        this.currencies = currencies;
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
    @Operation(
            summary =
                    "What points buy, with the member's price and what stands in the way; managers"
                            + " also see what is switched off")
    public Page<RewardOffer> list(
            @Context HttpHeaders headers, @RestQuery String cursor, @RestQuery Integer limit) {
        var all = caller.roles().contains(Roles.MANAGER);
        var wanted = new Wanted(all, languages(headers), cursor, Limit.of(limit));
        return caller.roles().contains(Roles.MEMBER)
                ? showRewards.toMember(caller.memberId(), wanted)
                : showRewards.toStaff(wanted);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Adds a reward or replaces it")
    public RestResponse<Reward> put(
            @RestPath @Pattern(regexp = Reward.ID) String id,
            @NotNull RewardDefinition definition) {
        RewardChecks.check(definition, currency -> currencies.find(currency).isPresent());
        var reward = definition.toReward(id);
        var created = database.inTransaction(tx -> store.put(tx, reward));
        return RestResponse.ResponseBuilder.ok(reward)
                .status(created ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                .build();
    }

    private static List<LanguageRange> languages(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::toLanguageTag)
                .map(LanguageRange::new)
                .toList();
    }
}
