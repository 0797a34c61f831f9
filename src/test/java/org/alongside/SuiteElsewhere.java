package org.alongside;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// Runs the tests of the rooms that touch neither window nor service, in the program it is started in; started by
/// [OtherMachinesTest]. Exit code 0 when all passed, 1 when one failed, 2 when hardly any was found.
final class SuiteElsewhere {
    private static final int FEWEST = 100;

    private SuiteElsewhere() {}

    public static void main(String[] args) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        selectPackage("org.alongside.kernel"),
                        selectPackage("org.alongside.record"),
                        selectPackage("org.alongside.rules"),
                        selectPackage("org.alongside.exchange"))
                .filters(includeClassNamePatterns(".*Test"))
                .build();
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        System.out.println(Locale.getDefault() + " " + ZoneId.systemDefault());
        summary.getSummary().printFailuresTo(new PrintWriter(System.out, true));
        summary.getSummary().printTo(new PrintWriter(System.out, true));
        if (summary.getSummary().getTestsSucceededCount() < FEWEST) {
            System.exit(2);
        }
        System.exit(summary.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
    }
}
