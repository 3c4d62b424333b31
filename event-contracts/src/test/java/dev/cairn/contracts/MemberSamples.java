package dev.cairn.contracts;

import static dev.cairn.contracts.Sample.AT;
import static dev.cairn.contracts.Sample.MEMBER;
import static dev.cairn.contracts.Sample.complete;

import dev.cairn.contracts.MemberEvent.MemberChanged;
import dev.cairn.contracts.MemberEvent.MemberEnrolled;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import java.util.List;
import java.util.stream.Stream;

final class MemberSamples {
    private static final String ZONE = "America/Argentina/Buenos_Aires";
    private static final List<String> FIELDS = List.of("birthday", "name");

    private MemberSamples() {}

    static Stream<Sample> all() {
        return Stream.of(
                new Sample(
                        new MemberEnrolled(MEMBER, ZONE, "es-AR", "AR", AT, FIELDS, AT),
                        new MemberEnrolled(MEMBER, "UTC", "en", null, AT, null, AT)),
                new Sample(
                        new MemberChanged(MEMBER, ZONE, "es-AR", "AR", AT, FIELDS, AT),
                        new MemberChanged(MEMBER, "Etc/GMT+5", "en", null, AT, null, AT)),
                complete(new MemberMerged(MEMBER, "m-4000", AT)),
                complete(new MemberErased(MEMBER, AT)));
    }
}
