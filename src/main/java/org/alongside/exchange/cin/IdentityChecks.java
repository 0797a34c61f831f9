package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.alongside.exchange.Identifiers;
import org.alongside.exchange.Unit;
import org.jspecify.annotations.Nullable;

/// The rules about who the child is (`data-standards.md` section 1, "Identity" and "Child"). They
/// take out the values that break them. Rule 1530 is not checked: the list of authorities is not
/// among our sources.
final class IdentityChecks {
    private static final int OLDEST_YEARS = 26;

    private IdentityChecks() {}

    /// Checks `ChildIdentifiers`.
    ///
    /// @param ids whose refused values are taken out
    /// @param referenceDate of the file, null when it has none
    static void identifiers(Values ids, Verdicts verdicts, @Nullable LocalDate referenceDate) {
        id(ids, verdicts);
        upn(ids, verdicts);
        births(ids, verdicts, referenceDate);
        sex(ids, verdicts);
    }

    /// Checks `ChildCharacteristics`.
    static void characteristics(Values values, Verdicts verdicts) {
        if (!values.saw("Ethnicity")) {
            verdicts.warn(Unit.VALUE, values.placeOf("Ethnicity"), "cin-4220");
        }
        Set<Object> seen = new HashSet<>();
        boolean none = false;
        for (var entry : values.all("Disability")) {
            if (!seen.add(entry.value())) {
                verdicts.refuse(entry, Unit.VALUE, entry.at(), "cin-8794", entry.value());
            }
            none |= entry.value().equals("NONE");
        }
        if (none && seen.size() > 1) {
            verdicts.refuse(values, Unit.BLOCK, values.placeOf("Disability"), "cin-8790");
            values.forget("Disability");
        }
    }

    private static void id(Values ids, Verdicts verdicts) {
        String id = ids.text("LAchildID");
        CinPlace at = ids.placeOf("LAchildID");
        if (id == null) {
            if (!ids.saw("LAchildID")) {
                verdicts.refuse(ids, Unit.CHILD, at, "cin-8500");
            }
            ids.keepOut(Unit.CHILD);
            return;
        }
        if (id.length() > 20) {
            verdicts.refuse(ids, Unit.CHILD, at, "cin-1570", id.length());
            ids.keepOut(Unit.CHILD);
        }
        if (!id.matches("[A-Za-z0-9]*")) {
            verdicts.refuse(ids, Unit.CHILD, at, "cin-1580");
            ids.keepOut(Unit.CHILD);
        }
    }

    private static void upn(Values ids, Verdicts verdicts) {
        String upn = ids.text("UPN");
        if (upn != null && ids.saw("UPNunknown")) {
            verdicts.warn(Unit.VALUE, ids.placeOf("UPNunknown"), "upn-and-reason");
        }
        if (upn != null) {
            switch (Identifiers.upn(upn)) {
                case NONE -> {
                    // As it should be.
                }
                case SHAPE -> {
                    verdicts.refuse(ids, Unit.VALUE, ids.placeOf("UPN"), upn.length() == 13 ? "cin-1550" : "cin-1540");
                    ids.forget("UPN");
                }
                case CHECK_LETTER -> {
                    verdicts.refuse(ids, Unit.VALUE, ids.placeOf("UPN"), "cin-1510");
                    ids.forget("UPN");
                }
            }
        }
        String former = ids.text("FormerUPN");
        if (former != null && Identifiers.upn(former) != Identifiers.UpnFault.NONE) {
            verdicts.warn(Unit.VALUE, ids.placeOf("FormerUPN"), "cin-1560Q");
        }
    }

    private static void births(Values ids, Verdicts verdicts, @Nullable LocalDate referenceDate) {
        LocalDate born = ids.date("PersonBirthDate");
        LocalDate expected = ids.date("ExpectedPersonBirthDate");
        LocalDate died = ids.date("PersonDeathDate");
        if (born != null && expected != null) {
            verdicts.warn(Unit.VALUE, ids.placeOf("ExpectedPersonBirthDate"), "cin-8525Q");
        } else if (!ids.saw("PersonBirthDate") && !ids.saw("ExpectedPersonBirthDate")) {
            verdicts.warn(Unit.VALUE, ids.placeOf("PersonBirthDate"), "birth-missing");
        }
        if (born != null && died != null && died.isBefore(born)) {
            verdicts.warn(Unit.VALUE, ids.placeOf("PersonDeathDate"), "died-before-born", died, born);
        }
        if (born != null && referenceDate != null && born.isBefore(referenceDate.minusYears(OLDEST_YEARS))) {
            verdicts.warn(Unit.VALUE, ids.placeOf("PersonBirthDate"), "grown-up", born, referenceDate);
        }
    }

    private static void sex(Values ids, Verdicts verdicts) {
        String element = ids.saw("GenderCurrent") && !ids.has("Sex") ? "GenderCurrent" : "Sex";
        String sex = ids.text(element);
        if (!ids.saw("Sex") && !ids.saw("GenderCurrent")) {
            verdicts.warn(Unit.VALUE, ids.placeOf("Sex"), "cin-4180");
        }
        boolean unborn = ids.has("ExpectedPersonBirthDate") && !ids.has("PersonBirthDate");
        if (unborn && sex != null && !sex.equals("U")) {
            verdicts.refuse(ids, Unit.VALUE, ids.placeOf(element), "cin-8750");
            ids.forget(element);
        }
    }
}
