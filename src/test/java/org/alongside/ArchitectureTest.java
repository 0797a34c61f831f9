package org.alongside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each direction holds in the product, and each bites: the same rule over the planted rooms names exactly the
/// offenders planted for it, gives its reason, and passes the innocent ones by.
class ArchitectureTest {
    private static final String GENERATED = "/org/alongside/record/store/jooq/";

    private static JavaClasses product;
    private static JavaClasses planted;

    @BeforeAll
    static void read() {
        product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains(GENERATED))
                .importPackages("org.alongside");
        planted = new ClassFileImporter().importPackages("org.alongside.planted");
    }

    static Stream<Arguments> directions() {
        return Stream.of(
                direction(
                        "1 JavaFX and controls",
                        Directions::windowsAreDrawnInViewsOnly,
                        List.of("where there is no screen", "replaceable in the views"),
                        "visit.VisitPaint",
                        "app.AppChoice",
                        "central.http.HttpProperty"),
                direction(
                        "2 databases",
                        Directions::databasesAreTalkedToInStoresOnly,
                        List.of("one method of a store"),
                        "child.ChildTable",
                        "central.admission.AdmissionRows"),
                direction(
                        "3 network and pictures",
                        Directions::theNetworkAndPicturesHaveTheirPlaces,
                        List.of("authority and protocol were checked", "only pictures and paper need it"),
                        "sync.SyncSender",
                        "caseload.CaseloadFetch",
                        "visit.view.VisitPicture"),
                direction(
                        "4 service and sync",
                        Directions::theServiceHasNoWindowAndSyncKnowsNoRecordType,
                        List.of("a machine without a screen", "nothing in sync"),
                        "central.CentralWindow",
                        "central.http.HttpProperty",
                        "sync.SyncVisit"),
                direction(
                        "5 roots, stores, views",
                        Directions::aRoomIsReadFromTheInsideOut,
                        List.of("how it is kept or shown", "blocks the window's thread"),
                        "chronology.ChronologyList",
                        "document.DocumentDoor",
                        "document.view.DocumentView"),
                direction(
                        "6 order and cycles",
                        Directions::roomsFollowTheTable,
                        List.of("understood, tested and replaced", "are one room", "has no place in the order"),
                        "record.RecordOfVisit",
                        "guided.GuidedPlan",
                        "plan.Plan",
                        "cellar.Cellar",
                        "ui.UiOfVisit",
                        "app.AppOfService",
                        "tool.ToolOfWindow",
                        "central.CentralSync",
                        "central.CentralWindow",
                        "chronology.ChronologyList",
                        "chronology.store.ChronologyRows"),
                direction(
                        "7 time and chance",
                        Directions::timeAndChanceComeFromTheKernel,
                        List.of("on a clock that is handed in"),
                        "caseload.CaseloadDay",
                        "team.TeamMoment"),
                direction(
                        "8 threads and console",
                        Directions::theWindowsThreadAndTheConsoleHaveOneDoorEach,
                        List.of("never fails unseen", "a stray line breaks"),
                        "ui.UiLater",
                        "store.StorePrint"),
                direction(
                        "9 names",
                        Directions::namesSayWhatAClassIs,
                        List.of("collects everything"),
                        "team.TeamManager",
                        "team.TeamHelper",
                        "team.TeamUtil",
                        "team.TeamUtils"),
                direction(
                        "the machine's habits",
                        Directions::theMachinesHabitsAreNeverAsked,
                        List.of("a capital I is not the small i's"),
                        "exchange.ExchangeCase"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("directions")
    void theProductKeepsTheDirection(String name, Function<Directions, ArchRule> rule) {
        // A room may not be there yet; that the rule is not empty is what the planted rooms show.
        rule.apply(new Directions("org.alongside")).allowEmptyShould(true).check(product);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("directions")
    void theDirectionBites(
            String name, Function<Directions, ArchRule> rule, List<String> reasons, List<String> guilty) {
        var told = rule.apply(new Directions("org.alongside.planted")).evaluate(planted);

        String report = told.getFailureReport().toString();
        assertThat(report).contains(reasons);
        assertThat(offendersIn(told.getFailureReport().getDetails()))
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(guilty));
    }

    @Test
    void theProductIsReadWhole() {
        assertThat(product.stream().map(type -> type.getPackageName()).distinct())
                .contains("org.alongside.kernel", "org.alongside.record")
                .doesNotContain("org.alongside.record.store.jooq");
    }

    private static Arguments direction(
            String name, Function<Directions, ArchRule> rule, List<String> reasons, String... guilty) {
        return arguments(name, rule, reasons, List.of(guilty));
    }

    /// Who is told on: the class that each line begins with, or each side of an edge of a cycle.
    private static TreeSet<String> offendersIn(List<String> details) {
        var line = Pattern.compile("(?:^|\\n"
                + ")[\\s\\d.-]*(?:Class|Field|Method|Constructor|Code unit)"
                + " <org\\.alongside\\.planted\\.([\\w.]+)[^>]*>");
        var found = new TreeSet<String>();
        for (String detail : details) {
            line.matcher(detail).results().forEach(match -> found.add(typeOf(match.group(1))));
        }
        return found;
    }

    /// `team.TeamMoment.moment` without its member.
    private static String typeOf(String name) {
        var matcher = Pattern.compile("^([a-z.]*[A-Z]\\w*)").matcher(name);
        return matcher.find() ? matcher.group(1) : name;
    }
}
