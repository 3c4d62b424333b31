package dev.cairn.kit.access;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request, by the token alone. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final String memberClaim;

    public Caller(
            SecurityIdentity identity,
            JsonWebToken token,
            @ConfigProperty(name = "cairn.access.member-claim") String memberClaim) {
        this.identity = identity;
        this.token = token;
        this.memberClaim = memberClaim;
    }

    /** The token's subject. */
    public String id() {
        return token.getSubject();
    }

    /** The client that the token was issued to ({@code azp}), or the subject if it names none. */
    public String clientId() {
        String client = token.getClaim("azp");
        return client == null ? id() : client;
    }

    /**
     * The member that the caller is.
     *
     * @throws Problem if the token names none
     */
    public String memberId() {
        Object member = token.getClaim(memberClaim);
        if (member == null || member.toString().isBlank()) {
            throw Problem.of(KitProblem.FORBIDDEN, "The token names no member.");
        }
        return member.toString();
    }

    public Set<String> roles() {
        return identity.getRoles();
    }
}
