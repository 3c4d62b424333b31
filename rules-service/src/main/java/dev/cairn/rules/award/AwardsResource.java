package dev.cairn.rules.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/members/{id}/awards")
@RunOnVirtualThread
public class AwardsResource {
    private final Database database;
    private final AwardStore awards;

    AwardsResource(Database database, AwardStore awards) {
        this.database = database;
        this.awards = awards;
    }

    /**
     * An award and why it is worth what it is.
     *
     * @param earned what it was worth at first
     */
    public record AwardView(
            String awardId,
            AwardCategory category,
            long points,
            long revision,
            long earned,
            Instant occurredAt,
            Instant expiresAt,
            String reason) {

        static AwardView of(Register register) {
            return new AwardView(
                    register.awardId(),
                    register.category(),
                    register.points(),
                    register.revision(),
                    register.firstPoints(),
                    register.occurredAt(),
                    register.expiresAt(),
                    register.reason());
        }
    }

    @GET
    @RolesAllowed({Roles.SUPPORT, Roles.AUDITOR})
    @Operation(summary = "What a member was awarded, and why")
    public Page<AwardView> awards(
            @RestPath String id, @RestQuery String cursor, @RestQuery Integer limit) {
        var member = MemberId.fromPath(id);
        var size = Limit.of(limit);
        var after = Cursor.decode(cursor, 1).map(List::getFirst).orElse("");
        var rows = database.read(tx -> awards.page(tx, member, after, size.andOneMore()));
        return Page.of(
                rows.stream().map(AwardView::of).toList(),
                size,
                award -> Cursor.encode(award.awardId()));
    }
}
