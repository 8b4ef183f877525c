package app.ampel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The rules of the architecture for all packages below one root. They are objects and the root is theirs, so that a test
 * can hold each of them against a program that is built wrongly, and see it bite.
 */
final class Architecture {

    /** Values that happen to live beside input and output. */
    private static final Set<String> HARMLESS = Set.of("java.net.URI", "java.io.Serializable");

    /** Where what the user wants of lights is changed, and where it is read and written. */
    private static final Set<String> LIGHT_KEEPERS = Set.of("service.lights", "service.settings");

    private final String root;

    Architecture(String root) {
        this.root = root;
    }

    Stream<ArchRule> rules() {
        return Stream.of(
                noCycles(),
                everyPackageHasItsRow(),
                everyNameStandsOnce(),
                nothingStandsUnused(),
                packagesKnowOnlyWhatTheirRowSays(),
                wingsKnowOnlyWhatIsBelow(),
                librariesStayAtHome(),
                pureCodeDoesNoInputOrOutput(),
                pureCodeUsesNoLibrary(),
                settingsAreKeptBehindAPort(),
                decisionsAreToldTheTime(),
                decisionsHaveNoThreads(),
                onlyTheTerminalPartsPrint(),
                logsGoThroughSlf4j(),
                nobodySleeps(),
                nobodyKeepsAZone(),
                theCoreHandsOverInOneWay(),
                futuresComeInOneWay(),
                lightsAreChangedInOneRoom(),
                alternativesAreAskedNotGuessed(),
                whatUsersWantIsSaidByServices(),
                nobodyPrintsStackTraces());
    }

    /** Which packages each package really knows. */
    Map<String, Set<String>> known(JavaClasses classes) {
        Map<String, Set<String>> known = new TreeMap<>();
        for (JavaClass type : classes) {
            String from = room(type).orElseThrow();
            if (!from.isEmpty()) {
                Set<String> others = known.computeIfAbsent(from, fresh -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .flatMap(dependency -> room(dependency.getTargetClass()).stream())
                        .filter(to -> !to.equals(from))
                        .forEach(others::add);
            }
        }
        return known;
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle of packages is one package");
    }

    private ArchRule everyPackageHasItsRow() {
        return all().should(new ArchCondition<>("be in a package that the table names") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String room = room(type).orElseThrow();
                        if (!room.isEmpty() && !Table.PACKAGES.containsKey(room)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " is in a package without a row"));
                        }
                    }
                })
                .because("whoever adds a package decides what it may know");
    }

    private ArchRule everyNameStandsOnce() {
        return all().should(new ArchCondition<>("have a name of their own") {
                    private final Map<String, String> names = new TreeMap<>();

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
                            String other = names.putIfAbsent(type.getSimpleName(), type.getName());
                            if (other != null) {
                                events.add(SimpleConditionEvent.violated(type, type.getName() + " and " + other));
                            }
                        }
                    }
                })
                .because("who reads a name thinks of one thing");
    }

    private ArchRule nothingStandsUnused() {
        return all().should(new ArchCondition<>("be used by another class") {
                    private final Set<String> used = new TreeSet<>();

                    @Override
                    public void init(Collection<JavaClass> classes) {
                        classes.stream()
                                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                                .filter(dependency -> !outermost(dependency.getOriginClass())
                                        .equals(outermost(dependency.getTargetClass())))
                                .forEach(dependency -> used.add(outermost(dependency.getTargetClass())));
                    }

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (type.isTopLevelClass()
                                && !type.getSimpleName().equals("package-info")
                                && !Table.USED_UNSEEN.contains(type.getSimpleName())
                                && !used.contains(type.getName())) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " is used by nobody"));
                        }
                    }
                })
                .because("what nobody uses is read, formatted and moved for nothing");
    }

    private static String outermost(JavaClass type) {
        return type.getBaseComponentType()
                .getEnclosingClass()
                .map(Architecture::outermost)
                .orElse(type.getBaseComponentType().getName());
    }

    private ArchRule packagesKnowOnlyWhatTheirRowSays() {
        return all().should(depend(
                        "know only the packages of their row",
                        (from, dependency) -> room(dependency.getTargetClass())
                                .filter(to -> !from.isEmpty()
                                        && !from.equals(to)
                                        && !Table.PACKAGES
                                                .getOrDefault(from, Set.of())
                                                .contains(to))
                                .isPresent()))
                .because("what a package knows is decided in one table (CONTRIBUTING.md), not by an import");
    }

    private ArchRule wingsKnowOnlyWhatIsBelow() {
        return all().should(depend(
                        "know only the wings below their own",
                        (from, dependency) -> room(dependency.getTargetClass())
                                .filter(to -> !mayKnow(from, to))
                                .isPresent()))
                .because("a use case knows no face, and what decides knows neither; the table names the exceptions");
    }

    private static boolean mayKnow(String from, String to) {
        Set<String> below = Table.WINGS.get(wing(from));
        return below == null
                || wing(from).equals(wing(to))
                || below.contains(wing(to))
                || Table.ACROSS_WINGS.contains(from + " -> " + to);
    }

    private static String wing(String room) {
        return room.substring(0, (room + ".").indexOf('.'));
    }

    private ArchRule librariesStayAtHome() {
        return all().should(depend(
                        "use a library only where it is at home",
                        (from, dependency) -> isForeign(dependency.getTargetClass())
                                && Table.LIBRARIES.stream()
                                        .filter(library -> library.owns(packageOf(dependency)))
                                        .findFirst()
                                        .filter(library -> library.mayBeUsedIn(from))
                                        .isEmpty()))
                .because(
                        "a library that one package knows can be replaced, and its errors are translated in one place");
    }

    private ArchRule pureCodeDoesNoInputOrOutput() {
        return noClasses()
                .that(areIn(Table.PURE))
                .should()
                .dependOnClassesThat(describe(
                        "do input or output",
                        type -> Stream.of("java.io", "java.nio", "java.net", "javax.net")
                                        .anyMatch(io -> isBelow(packageOf(type), io))
                                && !isBelow(packageOf(type), "java.nio.charset")
                                && !HARMLESS.contains(
                                        type.getBaseComponentType().getName())))
                .because("decisions are values and functions; input and output live at the rim and pass values");
    }

    private ArchRule pureCodeUsesNoLibrary() {
        return noClasses()
                .that(areIn(Table.PURE))
                .should()
                .dependOnClassesThat(describe(
                        "are somebody else's, slf4j but",
                        type -> isForeign(type) && !isBelow(packageOf(type), "org.slf4j")))
                .because("what Ampel decides must not change with a library's version");
    }

    private ArchRule settingsAreKeptBehindAPort() {
        return noClasses()
                .that(areIn(Table.WITHOUT_FILES))
                .should()
                .dependOnClassesThat(describe(
                        "open files",
                        type -> Set.of("java.nio.file.Files", "java.io.File").contains(type.getName())
                                || isBelow(packageOf(type), "java.nio.channels")
                                || type.isAssignableTo(java.io.Closeable.class)))
                .because("a setting is a value; where it is kept is for whoever implements the port");
    }

    private ArchRule decisionsAreToldTheTime() {
        return noClasses()
                .that(areIn(Table.DECIDING))
                .should()
                .callMethodWhere(calls(Instant.class, "now"))
                .orShould()
                .callMethodWhere(calls(System.class, "currentTimeMillis"))
                .orShould()
                .callMethodWhere(calls(System.class, "nanoTime"))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("time is an argument, so that a test can be at any moment without waiting for it");
    }

    private ArchRule decisionsHaveNoThreads() {
        return noClasses()
                .that(areIn(Table.DECIDING))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent..")
                .because("they are functions, and whoever calls them decides when and on which thread");
    }

    private ArchRule onlyTheTerminalPartsPrint() {
        return noClasses()
                .that(describe(
                        "do not talk to the terminal",
                        type -> !Table.TALKING.contains(room(type).orElseThrow())))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what is printed is for scripts and people to read; everything else is logged");
    }

    private ArchRule logsGoThroughSlf4j() {
        return noClasses()
                .that(areOurs())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("there is one log, with one configuration");
    }

    private ArchRule nobodySleeps() {
        return noClasses()
                .that(describe("may not sleep", type -> room(type).isPresent() && !maySleep(type)))
                .should()
                .callMethodWhere(calls(Thread.class, "sleep"))
                .orShould()
                .callMethodWhere(calls(java.util.concurrent.TimeUnit.class, "sleep"))
                .because("a sleeping thread can be neither cancelled nor tested; plan a task or wait for a condition");
    }

    private ArchRule nobodyKeepsAZone() {
        return ArchRuleDefinition.noFields()
                .that()
                .areDeclaredInClassesThat(describe("live while somebody travels", this::staysThroughAJourney))
                .should()
                .haveRawType(java.time.ZoneId.class)
                .because("who travels takes the computer along: ask for the zone whenever it is needed");
    }

    /** A day of the past is a day in some zone; the demo's clock stands in one; and somebody has to know. */
    private boolean staysThroughAJourney(JavaClass type) {
        return room(type)
                .filter(room -> !room.equals("demo") && !room.equals("domain.history"))
                .filter(room -> !type.getSimpleName().equals("LocalZone"))
                .isPresent();
    }

    private ArchRule theCoreHandsOverInOneWay() {
        return noClasses()
                .that(describe("keep the light true", this::keepsTheLightTrue))
                .should()
                .callMethodWhere(handsOver())
                .because("what an executor refuses or swallows stops time: service.threads.Dispatch hands work over");
    }

    private static DescribedPredicate<JavaCall<?>> handsOver() {
        return describe(
                "hand work to an executor",
                call -> call.getTargetOwner().isAssignableTo(java.util.concurrent.Executor.class)
                        && !call.getTargetOwner().getSimpleName().equals("RetryingWorkers")
                        && Set.of("execute", "submit", "schedule").contains(call.getName()));
    }

    private ArchRule futuresComeInOneWay() {
        return noClasses()
                .that(describe(
                        "keep the light true, or are a service or a face",
                        type -> keepsTheLightTrue(type)
                                || room(type)
                                        .filter(room -> isBelow(room, "service") || isBelow(room, "face"))
                                        .isPresent()))
                .should()
                .callMethodWhere(calls(CompletableFuture.class, "supplyAsync"))
                .orShould()
                .callMethodWhere(calls(CompletableFuture.class, "runAsync"))
                .because("threads.Dispatch.supply says what an error was, and fails where there is no thread");
    }

    private boolean keepsTheLightTrue(JavaClass type) {
        return room(type)
                .filter(room -> isBelow(room, "service") || room.equals("domain.account"))
                // Those that hand over, and those that plan and survive a refusal.
                .filter(room -> !room.equals("service.threads")
                        && !Set.of("ClockTimeline", "RetryingWorkers", "SchedulerThread")
                                .contains(type.getSimpleName()))
                .isPresent();
    }

    private ArchRule lightsAreChangedInOneRoom() {
        return noClasses()
                .that(describe(
                        "do not look after lights",
                        type -> room(type)
                                .filter(room -> !LIGHT_KEEPERS.contains(room))
                                .isPresent()))
                .should()
                .callMethodWhere(describe(
                        "change what is kept of lights",
                        call -> call.getTargetOwner().getSimpleName().equals("Settings")
                                && Set.of("withLights", "withSerialLights").contains(call.getName())))
                .because("what one can do about lights is done in service.lights, once for all faces");
    }

    private ArchRule alternativesAreAskedNotGuessed() {
        return all().should(new ArchCondition<>("ask no alternative which one it is") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getCodeUnits().stream()
                                .filter(Architecture.this::asksWhichOne)
                                .forEach(unit -> events.add(SimpleConditionEvent.violated(
                                        unit,
                                        unit.getFullName() + " asks for one of the alternatives of a sealed type")));
                    }
                })
                .because(
                        "a chain of instanceof compiles when there is one alternative more; a method or a visitor does not");
    }

    private boolean asksWhichOne(JavaCodeUnit unit) {
        boolean byClass = Stream.concat(
                        unit.getMethodCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                .anyMatch(access -> access.getTargetOwner().isEquivalentTo(Class.class)
                        && Set.of("isInstance", "cast").contains(access.getName()));
        return unit.getInstanceofChecks().stream().anyMatch(check -> isAlternative(check.getRawType()))
                || byClass
                        && unit.getReferencedClassObjects().stream()
                                .anyMatch(referenced -> isAlternative(referenced.getRawType()));
    }

    /** One of several of a sealed type of ours, or the type itself. */
    private boolean isAlternative(JavaClass type) {
        return room(type).isPresent()
                && Stream.concat(
                                Stream.of(type),
                                Stream.concat(
                                        type.getAllRawInterfaces().stream(), type.getAllRawSuperclasses().stream()))
                        .anyMatch(
                                each -> room(each).isPresent() && each.reflect().isSealed());
    }

    private ArchRule whatUsersWantIsSaidByServices() {
        return noClasses()
                .that(describe(
                        "are no service",
                        type -> room(type)
                                .filter(room -> !room.startsWith("service"))
                                .isPresent()))
                .should()
                .callConstructorWhere(describe("make an intent", Architecture::makesAnIntent))
                .because("an act that two faces write is soon two acts: a service has one method for it");
    }

    private static boolean makesAnIntent(JavaConstructorCall call) {
        return call.getTargetOwner()
                .getEnclosingClass()
                .filter(outer -> outer.getSimpleName().equals("Intent"))
                .isPresent();
    }

    private boolean maySleep(JavaClass type) {
        return Table.MAY_SLEEP.contains(type.getName().substring(root.length() + 1));
    }

    private ArchRule nobodyPrintsStackTraces() {
        return noClasses()
                .that(areOurs())
                .should()
                .callMethodWhere(calls(Throwable.class, "printStackTrace"))
                .because("a user reads sentences, and the log keeps the cause");
    }

    private GivenClassesConjunction all() {
        return ArchRuleDefinition.classes().that(areOurs());
    }

    private DescribedPredicate<JavaClass> areOurs() {
        return describe("are ours", type -> room(type).isPresent());
    }

    private DescribedPredicate<JavaClass> areIn(Set<String> rooms) {
        return describe(
                "are in one of " + rooms,
                type -> room(type).filter(rooms::contains).isPresent());
    }

    private static DescribedPredicate<JavaCall<?>> calls(Class<?> owner, String method) {
        return describe(
                owner.getSimpleName() + "." + method,
                call -> call.getTarget().getOwner().isAssignableTo(owner)
                        && call.getTarget().getName().equals(method));
    }

    /** The violations are the dependencies for which {@code wrong} holds; it is given the package that has them. */
    private ArchCondition<JavaClass> depend(String description, BiFunction<String, Dependency, Boolean> wrong) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = room(type).orElseThrow();
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> wrong.apply(from, dependency))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    /** The package below the root, {@code ""} for the root itself; empty when the class is not ours. */
    private Optional<String> room(JavaClass type) {
        String name = packageOf(type);
        return isBelow(name, root)
                ? Optional.of(name.substring(Math.min(name.length(), root.length() + 1)))
                : Optional.empty();
    }

    private boolean isForeign(JavaClass type) {
        String name = packageOf(type);
        return !type.getBaseComponentType().isPrimitive()
                && room(type).isEmpty()
                && !isBelow(name, "java")
                && !isBelow(name, "javax.net")
                && !isBelow(name, "javax.security");
    }

    private static String packageOf(Dependency dependency) {
        return packageOf(dependency.getTargetClass());
    }

    private static String packageOf(JavaClass type) {
        return type.getBaseComponentType().getPackageName();
    }

    private static boolean isBelow(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }
}
