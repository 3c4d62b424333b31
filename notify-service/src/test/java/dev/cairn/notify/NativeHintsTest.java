package dev.cairn.notify;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.cairn.kit.testing.NativeDeclaration;
import org.junit.jupiter.api.Test;

class NativeHintsTest {
    private final NativeDeclaration declaration = NativeDeclaration.of(NotifyProblem.class);

    @Test
    void everyRecordCanBecomeJson() {
        declaration.opensAllValues("dev.cairn.notify");
    }

    @Test
    void everyFileIsInTheExecutable() {
        declaration.includesAllFiles();
    }

    @Test
    void phoneNumbersOfAllCountriesAreKnown() {
        declaration.includesFilesOf(PhoneNumberUtil.class, "com/google/i18n/phonenumbers/data/");
    }
}
