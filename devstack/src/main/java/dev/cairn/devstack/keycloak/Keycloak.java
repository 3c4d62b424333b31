package dev.cairn.devstack.keycloak;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.Folders;
import dev.cairn.devstack.process.HttpProbe;
import dev.cairn.devstack.process.JsonFile;
import dev.cairn.devstack.process.Site;
import dev.cairn.devstack.process.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keycloak as a child process, with its own small database. */
public final class Keycloak implements Unit {

    /** System property: how many members can log in. */
    public static final String MEMBERS = "cairn.devstack.members";

    private static final int MEMBERS_OF_A_DEMO = 600;
    private static final List<String> SHARED =
            List.of("lib", "conf", "providers", "themes", "version.txt");

    private final Site site;

    public Keycloak(Site site) {
        this.site = site;
    }

    @Override
    public Component component() {
        return Component.KEYCLOAK;
    }

    @Override
    public List<String> ports() {
        return List.of("keycloak");
    }

    @Override
    public String program() {
        return "java";
    }

    @Override
    public Path home() {
        return site.home("keycloak");
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + site.port("keycloak");
    }

    /** The realm is imported into a new database only; half of a database is thrown away. */
    @Override
    public void prepare() throws IOException {
        Path distribution = KeycloakDistribution.preparedIn(site.cache());
        if (!Files.exists(finished())) {
            Folders.delete(home());
            int members = Integer.getInteger(MEMBERS, MEMBERS_OF_A_DEMO);
            new JsonFile(home().resolve("data").resolve("import").resolve("cairn-realm.json"))
                    .write(Realm.json(site.secrets(), members));
        }
        for (String shared : SHARED) {
            Path link = home().resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.resolve(shared));
        }
    }

    @Override
    public List<String> command() {
        return KeycloakDistribution.command(
                home(),
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + site.port("keycloak"),
                        "--hostname=" + address()));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                site.secrets().password("keycloak.admin"));
    }

    @Override
    public boolean isHealthy(Child child) {
        return HttpProbe.answers(address() + "/realms/cairn/.well-known/openid-configuration");
    }

    @Override
    public void becameHealthy() throws IOException {
        if (!Files.exists(finished())) {
            Files.createFile(finished());
        }
    }

    /** The very first start also unpacks and builds, which happens before this begins to count. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(120);
    }

    private Path finished() {
        return home().resolve("finished");
    }
}
