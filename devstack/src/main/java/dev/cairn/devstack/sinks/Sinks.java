package dev.cairn.devstack.sinks;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.process.Artifacts;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.HttpProbe;
import dev.cairn.devstack.process.JsonFile;
import dev.cairn.devstack.process.Programs;
import dev.cairn.devstack.process.Site;
import dev.cairn.devstack.process.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Mail server and the stand-ins for SMS and push as one child process. */
public final class Sinks implements Unit {

    /** Account that SMS are sent from. */
    public static final String SMS_ACCOUNT = "AC00000000000000000000000000cairn";

    /** Project that pushes are sent for. */
    public static final String PUSH_PROJECT = "cairn-trial";

    private final Site site;

    public Sinks(Site site) {
        this.site = site;
    }

    @Override
    public Component component() {
        return Component.SINKS;
    }

    @Override
    public List<String> ports() {
        return List.of("sinks", "smtp", "imap");
    }

    @Override
    public String program() {
        return "java";
    }

    @Override
    public Path home() {
        return site.home("sinks");
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + site.port("sinks") + "/received";
    }

    @Override
    public void prepare() throws IOException {
        new JsonFile(settings())
                .write(
                        Map.of(
                                "http", site.port("sinks"),
                                "smtp", site.port("smtp"),
                                "imap", site.port("imap"),
                                "smsAccount", SMS_ACCOUNT,
                                "smsToken", site.secrets().password("sms.token"),
                                "pushProject", PUSH_PROJECT,
                                "pushToken", site.secrets().password("push.token")));
    }

    @Override
    public List<String> command() {
        return List.of(
                Programs.java(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                Programs.QUICK_COMPILER,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                Artifacts.recorded().classPath(),
                SinksNode.class.getName(),
                settings().toString());
    }

    @Override
    public boolean isHealthy(Child child) {
        return HttpProbe.answers("http://127.0.0.1:" + site.port("sinks") + "/health");
    }

    private Path settings() {
        return home().resolve("sinks.json");
    }
}
