package dev.cairn.devstack.keycloak;

import dev.cairn.devstack.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The realm {@code cairn} of a trial, in Keycloak's import format. */
public final class Realm {

    /** People of the programme's owner; each is named as its role. */
    public static final List<String> STAFF = List.of("manager", "support", "auditor", "operator");

    private static final List<String> ROLES =
            List.of("member", "pos", "partner", "manager", "support", "auditor", "operator");
    private static final String AUDIENCE = "cairn";

    private Realm() {}

    /** Name and id of the n-th member, counted from 1: {@code m-0001}. */
    public static String member(int number) {
        return "m-%04d".formatted(number);
    }

    static Map<String, Object> json(Secrets secrets, int members) {
        Map<String, Object> realm = new LinkedHashMap<>();
        realm.put("realm", "cairn");
        realm.put("enabled", true);
        realm.put("sslRequired", "none");
        realm.put("accessTokenLifespan", Duration.ofHours(1).toSeconds());
        realm.put("ssoSessionIdleTimeout", Duration.ofHours(12).toSeconds());
        realm.put("ssoSessionMaxLifespan", Duration.ofHours(24).toSeconds());
        // Thousands of logins in minutes; every password here is random and long.
        realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        // Members are pseudonymous: nobody is asked for a name or an address.
        realm.put("requiredActions", List.of(withoutProfile()));
        realm.put(
                "roles",
                Map.of("realm", ROLES.stream().map(role -> Map.of("name", role)).toList()));
        realm.put("clients", clients(secrets));
        realm.put("users", users(secrets, members));
        return realm;
    }

    private static Map<String, Object> withoutProfile() {
        return Map.of(
                "alias", "VERIFY_PROFILE",
                "name", "Verify Profile",
                "providerId", "VERIFY_PROFILE",
                "enabled", false,
                "defaultAction", false);
    }

    private static List<Map<String, Object>> clients(Secrets secrets) {
        return List.of(
                machine("cairn-shop", secrets),
                machine("cairn-partner", secrets),
                people("cairn-console", false),
                people("cairn-app", true));
    }

    private static Map<String, Object> machine(String id, Secrets secrets) {
        Map<String, Object> client = client(id);
        client.put("publicClient", false);
        client.put("secret", secrets.password("client." + id));
        client.put("serviceAccountsEnabled", true);
        client.put("standardFlowEnabled", false);
        return client;
    }

    private static Map<String, Object> people(String id, boolean codeFlow) {
        Map<String, Object> client = client(id);
        client.put("publicClient", true);
        client.put("directAccessGrantsEnabled", true);
        client.put("standardFlowEnabled", codeFlow);
        if (codeFlow) {
            client.put("redirectUris", List.of("http://127.0.0.1/*", "http://localhost/*"));
            client.put("attributes", Map.of("pkce.code.challenge.method", "S256"));
        }
        return client;
    }

    private static Map<String, Object> client(String id) {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("clientId", id);
        client.put("enabled", true);
        client.put("protocol", "openid-connect");
        client.put("protocolMappers", List.of(audience(), groups()));
        return client;
    }

    private static Map<String, Object> audience() {
        return mapper(
                "audience",
                "oidc-audience-mapper",
                Map.of(
                        "included.custom.audience", AUDIENCE,
                        "access.token.claim", "true",
                        "id.token.claim", "false"));
    }

    private static Map<String, Object> groups() {
        return mapper(
                "groups",
                "oidc-usermodel-realm-role-mapper",
                Map.of(
                        "claim.name", "groups",
                        "jsonType.label", "String",
                        "multivalued", "true",
                        "access.token.claim", "true",
                        "id.token.claim", "false"));
    }

    private static Map<String, Object> mapper(
            String name, String type, Map<String, String> settings) {
        return Map.of(
                "name", name,
                "protocol", "openid-connect",
                "protocolMapper", type,
                "config", settings);
    }

    private static List<Map<String, Object>> users(Secrets secrets, int members) {
        List<Map<String, Object>> users = new ArrayList<>();
        users.add(serviceAccount("cairn-shop", "pos"));
        users.add(serviceAccount("cairn-partner", "partner"));
        STAFF.forEach(name -> users.add(user(name, secrets.password("user." + name), name)));
        IntStream.rangeClosed(1, members)
                .mapToObj(Realm::member)
                .forEach(name -> users.add(user(name, secrets.passwordOf(name), "member")));
        return users;
    }

    private static Map<String, Object> serviceAccount(String client, String role) {
        return Map.of(
                "username",
                "service-account-" + client,
                "enabled",
                true,
                "serviceAccountClientId",
                client,
                "realmRoles",
                List.of(role));
    }

    /** The id becomes the subject of the tokens, so it is given and not left to chance. */
    private static Map<String, Object> user(String name, String password, String role) {
        return Map.of(
                "id",
                name,
                "username",
                name,
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false)),
                "realmRoles",
                List.of(role));
    }
}
