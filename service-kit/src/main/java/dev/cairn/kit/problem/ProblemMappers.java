package dev.cairn.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.cairn.kit.db.DatabaseException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives every failure the form of a problem; tells nothing of the inside. */
public class ProblemMappers {
    static final String MEDIA_TYPE = "application/problem+json";

    /** The only number that queries take. */
    private static final String LIMIT = "limit";

    private final ProblemMetrics metrics;

    public ProblemMappers(ProblemMetrics metrics) {
        this.metrics = metrics;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        Log.infof("refused: type=%s", problem.type().slug());
        return response(problem);
    }

    @ServerExceptionMapper(priority = 1)
    public Response json(JsonProcessingException failure) {
        return response(explain(failure));
    }

    @ServerExceptionMapper(priority = 1)
    public Response mapping(JsonMappingException failure) {
        return response(explain(failure));
    }

    @ServerExceptionMapper(priority = 1)
    public Response mismatch(MismatchedInputException failure) {
        return response(explain(failure));
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException failure) {
        var errors =
                failure.getConstraintViolations().stream()
                        .map(ProblemMappers::error)
                        .sorted((a, b) -> a.get("field").compareTo(b.get("field")))
                        .toList();
        return response(
                Problem.of(KitProblem.INVALID_REQUEST, "See errors for each field.")
                        .with("errors", errors));
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException failure) {
        return challenge();
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException failure) {
        return challenge();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return response(Problem.of(KitProblem.FORBIDDEN, "The caller's role does not allow this."));
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException failure, UriInfo uri) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return response(explain(json));
            }
            if (cause instanceof NumberFormatException
                    && uri.getQueryParameters().containsKey(LIMIT)) {
                return response(
                        Problem.of(KitProblem.INVALID_REQUEST, "limit is not a whole number.")
                                .with("field", LIMIT));
            }
        }
        var type = KitProblem.ofStatus(failure.getResponse().getStatus());
        return response(Problem.of(type, type.title() + "."));
    }

    @ServerExceptionMapper
    public Response database(DatabaseException failure) {
        Log.errorf(failure, "the database refused or is away: state=%s", failure.sqlState());
        return response(
                failure.transientFailure()
                        ? Problem.of(KitProblem.UNAVAILABLE, "Try again in a moment.")
                        : Problem.of(KitProblem.INTERNAL_ERROR, "The failure is in our log."));
    }

    @ServerExceptionMapper
    public Response bug(RuntimeException failure, UriInfo uri) {
        if (failure instanceof WebApplicationException known) {
            return framework(known, uri);
        }
        Log.error("a request failed", failure);
        return response(Problem.of(KitProblem.INTERNAL_ERROR, "The failure is in our log."));
    }

    /** What is wrong with a body, in words that name the place but not the value. */
    public static Problem explain(JsonProcessingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                    Problem.of(
                                    KitProblem.UNKNOWN_FIELD,
                                    "The field " + path(unknown) + " is not known here.")
                            .with("field", path(unknown));
            case ValueInstantiationException refused
                    when refused.getCause() instanceof IllegalArgumentException reason ->
                    Problem.of(KitProblem.INVALID_REQUEST, reason.getMessage())
                            .with("field", path(refused));
            case JsonMappingException misfit when !misfit.getPath().isEmpty() ->
                    Problem.of(
                                    KitProblem.INVALID_REQUEST,
                                    "The field " + path(misfit) + " has a value of the wrong kind.")
                            .with("field", path(misfit));
            case MismatchedInputException whole when isOneValue(whole) ->
                    Problem.of(
                            KitProblem.INVALID_REQUEST, "The body is a value of the wrong kind.");
            default -> Problem.of(KitProblem.MALFORMED_JSON, place(failure));
        };
    }

    /** Misfits are also nothing at all, and a second value after the first: neither is JSON. */
    private static boolean isOneValue(MismatchedInputException misfit) {
        var message = misfit.getOriginalMessage();
        return !message.startsWith("No content") && !message.startsWith("Trailing token");
    }

    private static String place(JsonProcessingException failure) {
        var at = failure.getLocation();
        return at == null
                ? "The body cannot be read as JSON."
                : "The body cannot be read as JSON at line %d, column %d."
                        .formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static Map<String, String> error(ConstraintViolation<?> violation) {
        var names =
                StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                        .map(Object::toString)
                        .toList();
        var field =
                String.join(".", names.size() > 2 ? names.subList(2, names.size()) : lastOf(names));
        return Map.of("field", field, "message", violation.getMessage());
    }

    private static List<String> lastOf(List<String> names) {
        return names.subList(names.size() - 1, names.size());
    }

    private Response challenge() {
        var problem = Problem.of(KitProblem.UNAUTHENTICATED, "Send a valid bearer token.");
        return Response.fromResponse(response(problem))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private Response response(Problem problem) {
        metrics.count(problem.type().slug(), problem.type().status());
        return Response.status(problem.type().status())
                .type(MEDIA_TYPE)
                .entity(problem.asBody())
                .build();
    }
}
