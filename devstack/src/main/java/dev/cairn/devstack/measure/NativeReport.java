package dev.cairn.devstack.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.process.JsonFile;
import java.nio.file.Path;
import java.util.function.Consumer;

/** {@code target/native/report.json}: one object per service, filled by the build and the demo. */
public final class NativeReport {

    private final JsonFile file;

    private NativeReport(JsonFile file) {
        this.file = file;
    }

    /** The report of a repository. */
    public static NativeReport of(Path repository) {
        Path target = repository.resolve("target").resolve("native");
        return new NativeReport(new JsonFile(target.resolve("report.json")));
    }

    /** Keeps what a service takes after the demo. */
    public void keptAfterDemo(Component service, long megabytes) {
        change(service, measured -> measured.put("megabytesAfterDemo", megabytes));
    }

    void change(Component service, Consumer<ObjectNode> change) {
        ObjectNode report = file.read();
        change.accept(report.withObjectProperty(service.label()));
        file.write(report);
    }

    Path path() {
        return file.path();
    }
}
