package dev.cairn.devstack.postgres;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.Programs;
import dev.cairn.devstack.process.Site;
import dev.cairn.devstack.process.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL as a child process. */
public final class Postgres implements Unit {

    /** System property: libraries that the server loads at its start, for measurements. */
    public static final String PRELOAD = "cairn.devstack.postgres.preload";

    private static final int LINE_OF_STATUS = 7;

    private final Site site;
    private final RunAs runAs = RunAs.here();
    private final PostgresCluster cluster;

    public Postgres(Site site) {
        this.site = site;
        this.cluster = new PostgresCluster(site, runAs);
    }

    @Override
    public Component component() {
        return Component.POSTGRES;
    }

    @Override
    public List<String> ports() {
        return List.of("postgres");
    }

    @Override
    public String program() {
        return "postgres";
    }

    @Override
    public Path home() {
        return cluster.home();
    }

    @Override
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + site.port("postgres");
    }

    @Override
    public void prepare() throws IOException {
        cluster.prepare();
    }

    @Override
    public List<String> command() {
        boolean durable = site.mode() == Mode.DURABLE;
        List<String> command =
                new ArrayList<>(
                        List.of(cluster.program("postgres"), "-D", cluster.data().toString()));
        set(command, "port", Integer.toString(site.port("postgres")));
        set(command, "listen_addresses", "127.0.0.1");
        set(command, "unix_socket_directories", "");
        set(command, "max_connections", "200");
        set(command, "shared_buffers", durable ? "1GB" : "64MB");
        set(command, "max_wal_size", "4GB");
        set(command, "fsync", durable ? "on" : "off");
        set(command, "full_page_writes", durable ? "on" : "off");
        set(command, "shared_preload_libraries", System.getProperty(PRELOAD, ""));
        set(command, "timezone", "UTC");
        set(command, "log_timezone", "UTC");
        set(command, "log_line_prefix", "%m [%p] %u@%d ");
        return runAs.command(command);
    }

    /** The server writes its status into its lock file, where pg_ctl looks as well. */
    @Override
    public boolean isHealthy(Child child) {
        try {
            List<String> lines = Files.readAllLines(cluster.data().resolve("postmaster.pid"));
            return lines.size() > LINE_OF_STATUS
                    && lines.getFirst().strip().equals(Long.toString(child.pid()))
                    && lines.get(LINE_OF_STATUS).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGTERM would wait for every client to leave; this does not. */
    @Override
    public void askToStop(ProcessHandle process) {
        Programs.succeeds(
                runAs.command(
                        List.of(
                                cluster.program("pg_ctl"),
                                "stop",
                                "--no-wait",
                                "--mode=fast",
                                "--pgdata=" + cluster.data())));
    }

    private static void set(List<String> command, String key, String value) {
        command.add("-c");
        command.add(key + "=" + value);
    }
}
