package dev.cairn.rules.activity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.access.Caller;
import dev.cairn.kit.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

@Path("/v1/activities")
@RunOnVirtualThread
public class ActivityResource {
    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final String CLOUD_EVENTS = "application/cloudevents-batch+json";
    private static final String ATTRIBUTE = "ce-";

    private final ReportActivities activities;
    private final Caller caller;

    ActivityResource(ReportActivities activities, Caller caller) {
        this.activities = activities;
        this.caller = caller;
    }

    /** What became of a single activity. */
    public record Receipt(String id, String status) {}

    /** What became of a batch; only refused items are listed. */
    public record BatchReceipt(int accepted, int duplicates, int rejected, List<Rejected> items) {}

    /** A refused item, by its place in the batch. */
    public record Rejected(int index, String id, Map<String, Object> problem) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POS)
    @Operation(summary = "Report one activity, or up to 1,000 in an array")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReportedActivity.class)))
    public Response plain(@Context HttpHeaders headers, byte[] body) {
        var tree = ActivityReader.tree(body);
        if (headers.getHeaderString(ATTRIBUTE + "specversion") != null) {
            return one(CloudEventReader.binary(attributes(headers), tree, caller.clientId()));
        }
        return tree.isArray()
                ? batch(tree, ActivityReader::plain)
                : one(ActivityReader.plain(tree, caller.clientId()));
    }

    @POST
    @Consumes(CLOUD_EVENT)
    @RolesAllowed(Roles.POS)
    @Operation(summary = "Report one activity as a CloudEvent")
    public Response cloudEvent(byte[] body) {
        return one(CloudEventReader.structured(ActivityReader.tree(body), caller.clientId()));
    }

    @POST
    @Consumes(CLOUD_EVENTS)
    @RolesAllowed(Roles.POS)
    @Operation(summary = "Report up to 1,000 activities as CloudEvents")
    public Response cloudEvents(byte[] body) {
        return batch(ActivityReader.tree(body), CloudEventReader::structured);
    }

    private Response one(Reading reading) {
        return switch (activities.report(List.of(reading)).getFirst()) {
            case Verdict.Accepted accepted -> receipt(accepted.id(), "accepted");
            case Verdict.Duplicate duplicate -> receipt(duplicate.id(), "duplicate");
            case Verdict.Refused refused -> throw refused.problem();
        };
    }

    private static Response receipt(String id, String status) {
        return Response.accepted(new Receipt(id, status)).build();
    }

    private Response batch(JsonNode tree, BiFunction<JsonNode, String, Reading> reader) {
        var client = caller.clientId();
        var readings =
                ActivityReader.items(tree).stream().map(i -> reader.apply(i, client)).toList();
        var receipt = receipt(activities.report(readings));
        var allRefused = receipt.rejected() == readings.size();
        return Response.status(allRefused ? 422 : 202).entity(receipt).build();
    }

    private static BatchReceipt receipt(List<Verdict> verdicts) {
        var accepted = 0;
        var duplicates = 0;
        var rejected = new ArrayList<Rejected>();
        for (var i = 0; i < verdicts.size(); i++) {
            switch (verdicts.get(i)) {
                case Verdict.Accepted a -> accepted++;
                case Verdict.Duplicate d -> duplicates++;
                case Verdict.Refused r ->
                        rejected.add(new Rejected(i, r.id(), r.problem().asBody()));
            }
        }
        return new BatchReceipt(accepted, duplicates, rejected.size(), rejected);
    }

    private static Map<String, String> attributes(HttpHeaders headers) {
        var attributes = new HashMap<String, String>();
        headers.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            var header = name.toLowerCase(Locale.ROOT);
                            if (header.startsWith(ATTRIBUTE)) {
                                attributes.put(
                                        header.substring(ATTRIBUTE.length()), values.getFirst());
                            }
                        });
        return attributes;
    }
}
