package dev.cairn.kit.problem;

import dev.cairn.kit.text.StorableText;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses paths and queries that no database could look for; bodies see {@link StrictJson}. */
public class TextOfRequests {

    @ServerRequestFilter
    public void check(UriInfo request) {
        check(request.getPathParameters());
        check(request.getQueryParameters());
    }

    private static void check(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> values.forEach(value -> check(name, value)));
    }

    private static void check(String name, String value) {
        if (!StorableText.storable(value)) {
            throw Problem.of(KitProblem.INVALID_REQUEST, name + " " + StorableText.REFUSAL + ".")
                    .with("field", name);
        }
    }
}
