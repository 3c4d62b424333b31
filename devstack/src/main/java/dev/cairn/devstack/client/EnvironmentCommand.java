package dev.cairn.devstack.client;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.console.Arguments;
import dev.cairn.devstack.process.Progress;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * {@code env}: addresses and tokens of the running platform as shell variables, for trying the APIs
 * by hand. Tokens live for an hour.
 */
public final class EnvironmentCommand {

    private static final String FIRST_MEMBER = "m-0001";
    private static final List<String> STAFF = List.of("manager", "support", "auditor", "operator");

    private EnvironmentCommand() {}

    public static int run(Arguments arguments, PrintStream out) {
        Devstack devstack = arguments.devstack(Progress.SILENT);
        if (!devstack.isHealthy(Component.KEYCLOAK)) {
            throw new DevstackFailure("The platform does not run; make up or make demo starts it.");
        }
        Platform platform = devstack.platform();
        Tokens tokens = new Tokens(platform, new Http());
        for (Component service : Component.SERVICES) {
            export(out, service.label(), platform.url(service));
            export(out, service.label() + "_management", platform.managementUrl(service));
        }
        export(out, "mails", platform.sinksUrl() + "/mails");
        export(out, "shop", tokens.shop());
        export(out, "partner", tokens.partner());
        export(out, "member", tokens.member(FIRST_MEMBER));
        STAFF.forEach(role -> export(out, role, tokens.staff(role)));
        return 0;
    }

    private static void export(PrintStream out, String name, String value) {
        out.println("export " + name.toUpperCase(Locale.ROOT) + "=" + value);
    }
}
