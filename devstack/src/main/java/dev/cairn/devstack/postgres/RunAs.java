package dev.cairn.devstack.postgres;

import com.sun.security.auth.module.UnixSystem;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.process.Programs;
import dev.cairn.devstack.process.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run a program that refuses to run as root.
 *
 * <p>An ordinary user just runs it. Root, and a user id without a name, which PostgreSQL refuses as
 * well, enter a user namespace without any mapping: the program then sees itself as nobody, while
 * the kernel still takes it for the owner of its files. Where namespaces are forbidden, root
 * becomes nobody for real, in a folder that nobody can reach.
 *
 * @param prefix put before every command
 * @param becomesNobody whether files must be given to nobody first
 */
record RunAs(List<String> prefix, boolean becomesNobody) {

    private static final String NOBODY = "65534";
    private static final RunAs AS_WE_ARE = new RunAs(List.of(), false);

    static RunAs here() {
        UnixSystem user = new UnixSystem();
        boolean root = user.getUid() == 0;
        if (!root && user.getUsername() != null) {
            return AS_WE_ARE;
        }
        List<String> namespace = List.of("unshare", "--user");
        if (Programs.succeeds(of(namespace, List.of("true")))) {
            return new RunAs(namespace, false);
        }
        if (!root) {
            return AS_WE_ARE;
        }
        List<String> nobody =
                List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups");
        if (Programs.succeeds(of(nobody, List.of("true")))) {
            return new RunAs(nobody, true);
        }
        throw new DevstackFailure(
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here;"
                        + " start the platform as an ordinary user.");
    }

    List<String> command(List<String> command) {
        return of(prefix, command);
    }

    /** A folder that the program can reach whoever it runs as. */
    Path reachable(Site site, Path wanted) {
        if (!becomesNobody) {
            return wanted;
        }
        String name = "cairn-devstack-" + Integer.toHexString(wanted.toAbsolutePath().hashCode());
        return Path.of("/var/lib", name);
    }

    /** Lets the program own what we made for it. */
    void handOver(Path folder) {
        if (becomesNobody
                && !Programs.succeeds(
                        List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))) {
            throw new DevstackFailure("Could not hand " + folder + " over to nobody.");
        }
    }

    private static List<String> of(List<String> prefix, List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }
}
