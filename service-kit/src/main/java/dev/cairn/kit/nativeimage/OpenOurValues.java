package dev.cairn.kit.nativeimage;

import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/** Opens {@link OurValues} to reflection while a native executable is built; not used elsewhere. */
final class OpenOurValues implements Feature {

    @Override
    public String getDescription() {
        return "Opens Cairn's records, enums and sealed interfaces to reflection";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        OurValues.in(access.getApplicationClassPath(), access::findClassByName)
                .forEach(OpenOurValues::open);
    }

    private static void open(Class<?> type) {
        RuntimeReflection.register(type);
        RuntimeReflection.register(type.getDeclaredConstructors());
        RuntimeReflection.register(type.getDeclaredMethods());
        RuntimeReflection.register(type.getDeclaredFields());
        if (type.isRecord()) {
            RuntimeReflection.registerAllRecordComponents(type);
        }
        if (type.isSealed()) {
            RuntimeReflection.registerAllPermittedSubclasses(type);
        }
    }
}
