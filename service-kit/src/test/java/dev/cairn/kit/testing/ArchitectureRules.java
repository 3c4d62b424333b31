package dev.cairn.kit.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.cairn.contracts.Event;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How every service is built; each message says why. */
public final class ArchitectureRules {
    private ArchitectureRules() {}

    /** Checks the production classes of a service's root package. */
    public static void check(String root) {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(root);
        rules(root).forEach(rule -> rule.check(classes));
        everyPackageSaysWhatItIsFor(classes);
    }

    private static List<ArchRule> rules(String root) {
        return List.of(
                slices().matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a feature is read from top to bottom"),
                noClasses()
                        .that(areNot("Store", "Tx", "Sweep", "Row"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..")
                        .because("only stores know SQL"),
                noClasses()
                        .that(areNot("Resource", "Mapper", "Mappers", "Problem", "Stream", "Page"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.ws.rs..")
                        .because("only resources know HTTP"),
                noFields()
                        .should()
                        .beAnnotatedWith("jakarta.inject.Inject")
                        .because("collaborators are final and come by constructor"),
                noClasses()
                        .should()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(java.time.LocalDate.class, "now")
                        .orShould()
                        .callMethod(java.time.LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callConstructor(java.util.Random.class)
                        .orShould()
                        .callMethod(Thread.class, "sleep", long.class)
                        .because("time and chance are inputs"),
                methods()
                        .that()
                        .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                        .should()
                        .beAnnotatedWith("io.smallrye.common.annotation.Blocking")
                        .because("batches of one channel must be handled one after the other")
                        .allowEmptyShould(true),
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Manager")
                        .because("such a name hides what the class is for"),
                noClasses()
                        .should()
                        .beAssignableTo(Event.class)
                        .because("events live in event-contracts"),
                classes()
                        .that()
                        .haveSimpleNameEndingWith("Consumer")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("dev.cairn.kit.intake"))
                        .because("the intake loses nothing and applies nothing twice")
                        .allowEmptyShould(true));
    }

    private static DescribedPredicate<JavaClass> areNot(String... endings) {
        var matching = DescribedPredicate.<JavaClass>alwaysFalse();
        for (var ending : endings) {
            matching = matching.or(simpleNameEndingWith(ending));
        }
        return DescribedPredicate.not(matching).as("are none of " + String.join(", ", endings));
    }

    private static void everyPackageSaysWhatItIsFor(JavaClasses classes) {
        var silent =
                classes.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(p -> p.getClasses().stream().noneMatch(ArchitectureRules::isInfo))
                        .map(p -> p.getName())
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!silent.isEmpty()) {
            throw new AssertionError("packages without package-info.java: " + silent);
        }
    }

    private static boolean isInfo(JavaClass candidate) {
        return candidate.getSimpleName().equals("package-info");
    }
}
