package dev.cairn.devstack.redis;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.process.Artifacts;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.Site;
import dev.cairn.devstack.process.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipFile;

/** Redis as a child process. */
public final class Redis implements Unit {

    private static final String ARTIFACT = "embedded-redis";
    private static final int MILLIS_TO_ANSWER = 1_000;

    private final Site site;

    public Redis(Site site) {
        this.site = site;
    }

    @Override
    public Component component() {
        return Component.REDIS;
    }

    @Override
    public List<String> ports() {
        return List.of("redis");
    }

    @Override
    public String program() {
        return "redis-server";
    }

    @Override
    public Path home() {
        return site.home("redis");
    }

    @Override
    public String address() {
        return "redis://127.0.0.1:" + site.port("redis");
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(home());
        Path settings = home().resolve("redis.conf");
        Files.deleteIfExists(settings);
        Files.createFile(
                settings,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                settings,
                """
                bind 127.0.0.1
                port %d
                dir "%s"
                requirepass %s
                save ""
                appendonly %s
                appendfsync everysec
                maxmemory 256mb
                maxmemory-policy allkeys-lru
                """
                        .formatted(
                                site.port("redis"),
                                home().toAbsolutePath(),
                                password(),
                                site.mode() == Mode.DURABLE ? "yes" : "no"));
    }

    @Override
    public List<String> command() {
        Path folder = site.cache().folder(version(), Redis::unpack);
        return List.of(
                folder.resolve("redis-server").toString(), home().resolve("redis.conf").toString());
    }

    /** Asks for a PONG with the password, as a client would. */
    @Override
    public boolean isHealthy(Child child) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress("127.0.0.1", site.port("redis")), MILLIS_TO_ANSWER);
            socket.setSoTimeout(MILLIS_TO_ANSWER);
            String question = "AUTH " + password() + "\r\nPING\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("+OK\r\n+PONG\r\n".length());
            return new String(answer, StandardCharsets.US_ASCII).endsWith("+PONG\r\n");
        } catch (IOException notYet) {
            return false;
        }
    }

    private String password() {
        return site.secrets().password("redis");
    }

    private static Path archive() {
        return Artifacts.recorded().file(ARTIFACT);
    }

    private static String version() {
        return archive().getFileName().toString().replace(".jar", "");
    }

    private static void unpack(Path into) throws IOException {
        try (ZipFile jar = new ZipFile(archive().toFile())) {
            var entry =
                    jar.stream()
                            .filter(e -> e.getName().matches(".*redis-server-.*" + platform()))
                            .findFirst()
                            .orElseThrow(
                                    () -> new IOException("No Redis for " + platform() + " known"));
            Path program = into.resolve("redis-server");
            try (InputStream content = jar.getInputStream(entry)) {
                Files.copy(content, program);
            }
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String platform() {
        String system =
                System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT).contains("mac")
                        ? "darwin"
                        : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return system + "-" + processor;
    }
}
