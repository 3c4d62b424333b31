package dev.cairn.kit.sample;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.Idempotency;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Endpoints to test the kit's answers with. */
@Path("/v1/samples")
@RunOnVirtualThread
public class SampleResource {
    private final Database database;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Outbox outbox;
    private final CairnClock clock;

    SampleResource(
            Database database,
            Idempotency idempotency,
            Caller caller,
            Outbox outbox,
            CairnClock clock) {
        this.outbox = outbox;
        this.clock = clock;
        this.database = database;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** A body. */
    public record Sample(@NotBlank String name, @Min(1) long amount) {}

    @POST
    @RolesAllowed(Roles.MEMBER)
    public RestResponse<Object> post(
            @RestHeader(IdempotencyKey.HEADER) String key, @Valid Sample sample) {
        var answer =
                database.inTransaction(
                        tx ->
                                idempotency.once(
                                        tx,
                                        caller.id(),
                                        IdempotencyKey.of(key),
                                        sample,
                                        () -> {
                                            tx.update(
                                                    "INSERT INTO seen (key, value) VALUES (?, ?)",
                                                    sample.name(),
                                                    sample.amount());
                                            return Answer.of(201, Map.of("for", caller.memberId()));
                                        }));
        return RestResponse.ResponseBuilder.<Object>create(answer.replayed() ? 200 : 201)
                .entity(answer.body())
                .build();
    }

    /** Tells of an award, as if there were a rule for it. */
    @POST
    @Path("/award")
    @RolesAllowed(Roles.MEMBER)
    public void award() {
        database.transact(
                tx ->
                        outbox.append(
                                tx,
                                Cause.none(),
                                new AwardSet(
                                        "sample-" + caller.memberId(),
                                        1,
                                        caller.memberId(),
                                        "points",
                                        5,
                                        AwardCategory.BASE,
                                        clock.instant(),
                                        null,
                                        null,
                                        null,
                                        "rule",
                                        "1",
                                        null,
                                        "asked for")));
    }

    /** The numbers that came under a name, unless it is the other one. */
    @GET
    @Path("/{name}")
    @RolesAllowed(Roles.MEMBER)
    public List<Long> find(@RestPath String name, @RestQuery String without) {
        return database.read(
                tx ->
                        tx.query(
                                "SELECT value FROM seen WHERE key = ? AND key <> ?",
                                row -> row.longValue("value"),
                                name,
                                without == null ? "" : without));
    }

    /** Takes a number, as lists do. */
    @GET
    @Path("/list")
    @RolesAllowed(Roles.MEMBER)
    public String list(@RestQuery Integer limit) {
        return String.valueOf(limit);
    }

    /** Takes a number in its path. */
    @GET
    @Path("/list/{number}")
    @RolesAllowed(Roles.MEMBER)
    public String one(@RestPath long number) {
        return String.valueOf(number);
    }

    /** Answers with a refusal that was kept. */
    @POST
    @Path("/refused")
    @RolesAllowed(Roles.MEMBER)
    public RestResponse<Object> refused() {
        var problem = Problem.of(KitProblem.UNDER_WAY, "Wait.");
        return RestResponse.ResponseBuilder.<Object>create(problem.type().status())
                .entity(Answer.of(problem.type().status(), problem.asBody()).body())
                .type("application/problem+json")
                .build();
    }

    /** Has no role annotation, so nobody may call it. */
    @GET
    public String unannotated() {
        return "never";
    }
}
