package org.alongside;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// The nine directions of the architecture page, and the machine policy, as rules over the rooms below one base
/// package: `org.alongside` for the product, `org.alongside.planted` for the offenders that show each rule to bite.
final class Directions {
    /// The rooms in the order of the table: a later one may use an earlier one, never the other way round.
    static final List<String> ROOMS = List.of(
            "kernel",
            "record",
            "access",
            "store",
            "rules",
            "child",
            "document",
            "chronology",
            "visit",
            "guided",
            "plan",
            "care",
            "lifestory",
            "caseload",
            "supervision",
            "team",
            "exchange",
            "sync",
            "central",
            "ui",
            "tool",
            "app");

    private static final List<String> CAPABILITIES = ROOMS.subList(ROOMS.indexOf("child"), ROOMS.indexOf("exchange"));

    private final String base;

    Directions(String base) {
        this.base = base;
    }

    /// 1
    ArchRule windowsAreDrawnInViewsOnly() {
        return CompositeArchRule.of(only(
                        "JavaFX",
                        resideInAPackage("javafx.."),
                        "a rule, a store or the service must run where there is no screen",
                        "..view..",
                        "ui..",
                        "app.."))
                .and(only(
                        "ControlsFX, AtlantaFX and Ikonli",
                        resideInAnyPackage("org.controlsfx..", "impl.org.controlsfx..", "atlantafx..", "org.kordamp.."),
                        "a control library must be replaceable in the views and the kit alone",
                        "..view..",
                        "ui.."));
    }

    /// 2
    ArchRule databasesAreTalkedToInStoresOnly() {
        return only(
                "jOOQ, JDBC, H2, PostgreSQL, Flyway and the pool",
                resideInAnyPackage(
                        "org.jooq..",
                        "java.sql..",
                        "javax.sql..",
                        "org.h2..",
                        "org.postgresql..",
                        "org.flywaydb..",
                        "com.zaxxer.."),
                "a transaction is one method of a store, and nothing else may open, read or lock a file",
                "store..",
                "..store..",
                "central.storage..");
    }

    /// 3
    ArchRule theNetworkAndPicturesHaveTheirPlaces() {
        return CompositeArchRule.of(only(
                        "HTTP",
                        resideInAnyPackage("java.net.http..", "org.eclipse.jetty..", "com.sun.net.httpserver..")
                                .or(describe(
                                        "a URL connection",
                                        type -> type.getName().matches("java[x]?\\.net\\..*URLConnection"))),
                        "an answer counts only when our service's authority and protocol were checked, which is done"
                                + " there",
                        "sync.remote..",
                        "central.http..",
                        "tool.remote..",
                        "app.update.."))
                .and(only(
                        "AWT, Swing and ImageIO",
                        resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing.."),
                        "a second window toolkit starts threads and fonts of its own; only pictures and paper need it",
                        "document..",
                        "ui.print.."));
    }

    /// 4
    ArchRule theServiceHasNoWindowAndSyncKnowsNoRecordType() {
        return CompositeArchRule.of(classes()
                        .that(in("central.."))
                        .should(neverSee(in("..view..", "ui..", "app..").or(resideInAPackage("javafx.."))))
                        .as("the central service never sees a view, the kit, the client or JavaFX")
                        .because("the service runs on a machine without a screen"))
                .and(classes()
                        .that(in("sync.."))
                        .should(neverSee(describe("a capability", type -> CAPABILITIES.contains(room(type)))))
                        .as("sync never sees a capability")
                        .because("a new record type must touch its capability and one migration, and nothing in sync"));
    }

    /// 5
    ArchRule aRoomIsReadFromTheInsideOut() {
        return CompositeArchRule.of(classes()
                        .that(describe(
                                "capabilities' roots", type -> CAPABILITIES.contains(room(type)) && isRoot(type)))
                        .should(never(
                                "see their own store or view",
                                (from, to) -> room(from).equals(room(to)) && !isRoot(to)))
                        .as("a capability's root never sees its own store or view")
                        .because("what a record means must not depend on how it is kept or shown"))
                .and(classes()
                        .that(in("..view.."))
                        .should(neverSee(in("store..", "..store..")))
                        .as("a view never sees a store")
                        .because("a view that reaches the store blocks the window's thread and passes the rules by"));
    }

    /// 6
    ArchRule roomsFollowTheTable() {
        return CompositeArchRule.of(classes()
                        .that(ours())
                        .should(never("use a room below their own", (from, to) -> isOurs(to) && !mayUse(from, to)))
                        .as("a room uses only rooms above it in the table: " + ROOMS)
                        .because("a room must be understood, tested and replaced without those below it"))
                .and(SlicesRuleDefinition.slices()
                        .assignedFrom(parts())
                        .should()
                        .beFreeOfCycles()
                        .as("rooms have no cycles")
                        .because("two rooms that need each other are one room"))
                .and(classes()
                        .that(ours())
                        .should(be("live in a room of the table", type -> ROOMS.contains(room(type))))
                        .because("a room that the table does not name has no place in the order"));
    }

    /// 7
    ArchRule timeAndChanceComeFromTheKernel() {
        return classes()
                .that(ours().and(not(in("kernel.."))))
                .should(neverAsk("the machine for the time or for chance", Directions::isTimeOrChance))
                .as("the time and ids come from the kernel only")
                .because("a deadline can only be tested on a clock that is handed in (Clock, Clocks, Ids)");
    }

    /// 8
    ArchRule theWindowsThreadAndTheConsoleHaveOneDoorEach() {
        return CompositeArchRule.of(classes()
                        .that(ours().and(not(in("ui.task.."))))
                        .should(neverAsk(
                                "Platform.runLater", target -> is(target, "javafx.application.Platform", "runLater")))
                        .as("Platform.runLater is called in ui.task only")
                        .because("work that changes threads in one place can run directly in tests and never"
                                + " fails unseen"))
                .and(classes()
                        .that(ours().and(not(in("tool.."))))
                        .should(neverAsk(
                                "System.out or System.err",
                                target ->
                                        is(target, "java.lang.System", "out") || is(target, "java.lang.System", "err")))
                        .as("System.out and System.err are used in Main and the tool commands only")
                        .because("standard output is a command's answer, and a stray line breaks whoever reads it"));
    }

    /// 9
    ArchRule namesSayWhatAClassIs() {
        return classes()
                .that(in(".."))
                .should(be(
                        "have a name that says what they are",
                        type -> !type.getSimpleName().matches(".*(Manager|Helper|Utils?)")))
                .as("no class is named *Manager, *Helper, *Util or *Utils")
                .because("a name that fits everything collects everything");
    }

    /// The machine policy of the architecture page.
    ArchRule theMachinesHabitsAreNeverAsked() {
        return classes()
                .that(ours())
                .should(neverAsk("the machine's locale, zone or charset", Directions::isAHabitOfTheMachine))
                .as("the machine's default locale, zone and charset are never used")
                .because("under tr-TR a capital I is not the small i's, under ar-SA %d writes other figures:"
                        + " name Locale.UK or Locale.ROOT, and Clocks.LONDON");
    }

    private static boolean isTimeOrChance(AccessTarget target) {
        String name = target.getName();
        String owner = target.getOwner().getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.Date" -> name.equals("<init>") && parameters(target) == 0;
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            // A clock that was handed in may be asked for its moment; a day also needs London (Clocks.today).
            case "java.time.Instant" -> name.equals("now") && parameters(target) == 0;
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    private static boolean isAHabitOfTheMachine(AccessTarget target) {
        String name = target.getName();
        int parameters = parameters(target);
        return switch (target.getOwner().getName()) {
            case "java.util.Locale", "java.util.TimeZone" -> name.equals("getDefault");
            case "java.time.ZoneId" -> name.equals("systemDefault");
            case "java.nio.charset.Charset" -> name.equals("defaultCharset");
            case "java.lang.String" ->
                (name.equals("toLowerCase") && parameters == 0)
                        || (name.equals("toUpperCase") && parameters == 0)
                        || (name.equals("format") && parameters == 2)
                        || name.equals("formatted");
            case "java.text.MessageFormat" ->
                (name.equals("<init>") && parameters == 1) || (name.equals("format") && parameters == 2);
            case "java.time.format.DateTimeFormatter" ->
                (name.equals("ofPattern") && parameters == 1) || name.startsWith("ofLocalized");
            default -> false;
        };
    }

    private static int parameters(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                ? code.getRawParameterTypes().size()
                : -1;
    }

    private static boolean is(AccessTarget target, String owner, String name) {
        return target.getOwner().getName().equals(owner) && target.getName().equals(name);
    }

    private ArchRule only(String what, DescribedPredicate<JavaClass> things, String reason, String... places) {
        return classes()
                .that(ours().and(not(in(places))))
                .should(neverSee(things))
                .as(what + " only in " + String.join(", ", places))
                .because(reason);
    }

    private static ArchCondition<JavaClass> neverSee(DescribedPredicate<? super JavaClass> things) {
        return never("see " + things.getDescription(), (from, to) -> things.test(to));
    }

    /// Each dependency that is wrong is told with its place.
    private static ArchCondition<JavaClass> never(String what, BiPredicate<JavaClass, JavaClass> wrong) {
        return new ArchCondition<>("never " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                wrong.test(type, dependency.getTargetClass().getBaseComponentType()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    /// Calls, method references and fields alike.
    private static ArchCondition<JavaClass> neverAsk(String what, Predicate<AccessTarget> wrong) {
        return new ArchCondition<>("never ask " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(access -> wrong.test(access.getTarget()))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> right) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!right.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getDescription() + " does not " + what));
                }
            }
        };
    }

    /// Packages named from the base on (`ui..`), or anywhere below it (`..view..`).
    private DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(Arrays.stream(packages)
                .map(name -> name.startsWith("..") ? base + name : base + "." + name)
                .toArray(String[]::new));
    }

    /// Every class below the base but `Main`, which may use everything.
    private DescribedPredicate<JavaClass> ours() {
        return describe("in " + base, this::isOurs);
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(base + ".")
                || (type.getPackageName().equals(base) && !type.getName().matches(".*\\.Main(\\$.*)?"));
    }

    private SliceAssignment parts() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return isOurs(type) ? SliceIdentifier.of(part(type)) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "rooms, their stores and their views";
            }
        };
    }

    private List<String> path(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(base + ".")
                ? List.of(name.substring(base.length() + 1).split("\\."))
                : List.of("");
    }

    private String room(JavaClass type) {
        return path(type).getFirst();
    }

    /// The room; apart from it, what it keeps and what it shows.
    private String part(JavaClass type) {
        return path(type).stream()
                .skip(1)
                .filter(List.of("store", "view")::contains)
                .findFirst()
                .map(inner -> room(type) + "." + inner)
                .orElse(room(type));
    }

    private boolean isRoot(JavaClass type) {
        return part(type).equals(room(type));
    }

    private boolean mayUse(JavaClass from, JavaClass to) {
        int mine = ROOMS.indexOf(room(from));
        int theirs = ROOMS.indexOf(room(to));
        boolean earlier = theirs < mine;
        if (mine < 0 || mine == theirs) {
            return true;
        }
        return switch (room(from)) {
            case "ui" -> room(to).equals("kernel");
            case "store" -> List.of("kernel", "record").contains(room(to));
            case "central" -> earlier && (!room(to).equals("sync") || path(to).contains("wire"));
            case "tool" -> earlier && !room(to).equals("ui") && !part(to).endsWith(".view");
            case "app" -> earlier && !room(to).equals("central");
            default ->
                earlier
                        || (part(from).endsWith(".store") && room(to).equals("store"))
                        || (part(from).endsWith(".view") && room(to).equals("ui"));
        };
    }
}
