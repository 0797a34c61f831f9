package org.alongside.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.store.keys.PassphraseRule;

/// What is typed to set a laptop up, and what is wrong with it before anything is tried.
///
/// @param code letters and digits; capitals and spaces do not matter
/// @param again the passphrase once more
record EnrolForm(String service, String ca, String user, String code, String passphrase, String again) {
    static final String SERVICE = "enrol-service";
    static final String CA = "enrol-ca";
    static final String USER = "enrol-user";
    static final String CODE = "enrol-code";
    static final String PASSPHRASE = "enrol-passphrase";
    static final String AGAIN = "enrol-again";

    /// Which answer a problem of the service or the store belongs to.
    private static final Map<String, String> PLACES = Map.of(
            "service-address-wrong", SERVICE,
            "service-not-reached", SERVICE,
            "not-the-councils-service", SERVICE,
            "ca-not-readable", CA,
            "certificate-not-trusted", CA,
            "enrolment-code-wrong", CODE,
            "enrolment-code-expired", CODE,
            "enrolment-code-used", CODE);

    EnrolForm {
        service = service.strip();
        ca = ca.strip();
        user = user.strip();
        code = code.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
    }

    /// Empty when it can be tried.
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        missing(problems, SERVICE, service, "app.enrol-service-missing");
        if (ca.isEmpty()) {
            problems.add(Problem.at(CA, "missing", Texts.of("app.enrol-ca-missing")));
        } else if (!isFile(ca)) {
            problems.add(Problem.at(CA, "file-not-there", Texts.of("app.enrol-file-missing")));
        }
        missing(problems, USER, user, "app.enrol-user-missing");
        missing(problems, CODE, code, "app.enrol-code-missing");
        PassphraseRule.problem(passphrase.toCharArray(), user)
                .ifPresent(problem -> problems.add(Problem.at(PASSPHRASE, problem.code(), problem.message())));
        if (!passphrase.equals(again)) {
            problems.add(Problem.at(AGAIN, "differs", Texts.of("app.enrol-again-differs")));
        }
        return List.copyOf(problems);
    }

    /// The same problem at the answer it belongs to, if it belongs to one.
    static Problem placed(Problem problem) {
        String place = PLACES.get(problem.code());
        return place == null ? problem : Problem.at(place, problem.code(), problem.message());
    }

    private static void missing(List<Problem> problems, String field, String typed, String words) {
        if (typed.isEmpty()) {
            problems.add(Problem.at(field, "missing", Texts.of(words)));
        }
    }

    private static boolean isFile(String typed) {
        try {
            return Files.isRegularFile(Path.of(typed));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
