package org.alongside.exchange.cin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.exchange.CodeMap;
import org.alongside.exchange.Findings;
import org.alongside.exchange.Unit;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.alongside.rules.CodeSets;
import org.jspecify.annotations.Nullable;

/// Reads a children in need census file (2021-22 to 2026-27) to its end before anything is taken,
/// child by child. [CinElements] says what a value that cannot be taken keeps out, the checks name
/// the national rules.
///
/// A file that cannot be read to its end throws [BadInput] and gives nothing.
public final class CinReader {
    private final CodeSets codeSets;
    private final CodeMap map;
    private final LocalDate today;

    /// @param map a person's answers to codes unknown in an earlier run
    /// @param today no day in the file can have been after it
    public CinReader(CodeMap map, LocalDate today) {
        this.codeSets = CodeSets.shipped();
        this.map = map;
        this.today = today;
    }

    /// Reads a file.
    ///
    /// @throws BadInput when it is not there or cannot be read to its end
    public CinFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(name, in);
        } catch (IOException e) {
            throw BadInput.of("file-not-readable", Texts.of("exchange.file-not-readable", name));
        }
    }

    /// Reads a stream to its end.
    ///
    /// @param name what the report calls it
    public CinFile read(String name, InputStream in) {
        return new Reading(name).read(in);
    }

    private final class Reading {
        private final String name;
        private final Findings findings;
        private final Set<CinLayout> layouts = EnumSet.noneOf(CinLayout.class);
        private final List<CinChild> children = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final Map<String, String> upns = new HashMap<>();
        private CinHeader header = new CinHeader(1, null, null, null);
        private @Nullable ChildReader childReader;
        private boolean headerSeen;
        private int inFile;

        Reading(String name) {
            this.name = name;
            this.findings = new Findings(name);
        }

        CinFile read(InputStream in) {
            CensusXml.read(in, Limits.IMPORT_FILE_BYTES, this::part);
            if (!headerSeen) {
                findings.warn(Unit.VALUE, 1, null, "Header", "header-missing");
            }
            layoutAndYear();
            int episodes = childReader == null ? 0 : childReader.episodes();
            return new CinFile(
                    name,
                    header,
                    Set.copyOf(layouts),
                    List.copyOf(children),
                    inFile,
                    episodes,
                    findings.all(),
                    findings.toMap());
        }

        private void part(CensusElement element) {
            switch (element.name()) {
                case "Header" -> header(element);
                case "Child" -> child(element);
                default ->
                    findings.refuse(
                            Unit.BLOCK,
                            element.line(),
                            null,
                            element.name(),
                            "element-unknown",
                            element.name(),
                            "Message");
            }
        }

        private void child(CensusElement element) {
            inFile++;
            ChildReader reader = childReader;
            if (reader == null) {
                reader = new ChildReader(
                        new ValueReader(codeSets, map, today, findings), findings, header.referenceDate());
                childReader = reader;
            }
            layouts(element);
            String id = ChildReader.idOf(element);
            boolean second = id != null && !ids.add(id);
            reader.read(element, second).map(this::withOwnUpn).ifPresent(children::add);
        }

        /// 1520: no two children have one pupil number; nobody can tell whose it is, so the second
        /// goes without.
        private CinChild withOwnUpn(CinChild child) {
            String upn = child.upn();
            if (upn == null || upns.putIfAbsent(upn, child.id()) == null) {
                return child;
            }
            findings.refuse(
                    Unit.VALUE, child.at().line(), child.id(), "ChildIdentifiers.UPN", "cin-1520", upns.get(upn));
            return child.withoutUpn();
        }

        private void layouts(CensusElement element) {
            switch (element.name()) {
                case "GenderCurrent" -> layouts.add(CinLayout.GENDER);
                case "Sex" -> layouts.add(CinLayout.SEX);
                case "PreProceedingsandFGDM" -> layouts.add(CinLayout.PRE_PROCEEDINGS);
                default -> element.children().forEach(this::layouts);
            }
        }

        private void header(CensusElement element) {
            headerSeen = true;
            String lea = find(element, "LEA");
            String authority = lea != null && lea.matches("\\d{3}") ? lea : null;
            if (authority == null) {
                findings.warn(Unit.VALUE, element.line(), null, "Header.Source.LEA", "authority-missing");
            }
            String year = find(element, "Year");
            String collection = find(element, "Collection");
            if (collection != null && !collection.equals("CIN")) {
                findings.warn(
                        Unit.VALUE, element.line(), null, "Header.CollectionDetails.Collection", "other-collection");
            }
            LocalDate reference = day(find(element, "ReferenceDate"));
            header = new CinHeader(
                    element.line(),
                    authority,
                    year != null && year.matches("\\d{4}") ? Integer.valueOf(year) : null,
                    reference);
            String made = find(element, "DateTime");
            LocalDate madeOn = made != null && made.length() >= 10 ? day(made.substring(0, 10)) : null;
            if (madeOn != null && reference != null && madeOn.isBefore(reference)) {
                findings.warn(
                        Unit.VALUE, element.line(), null, "Header.Source.DateTime", "made-before", madeOn, reference);
            }
        }

        /// The layout is told from the elements; a `Year` that disagrees is only said.
        private void layoutAndYear() {
            String field = "Header.CollectionDetails.Year";
            Integer year = header.year();
            LocalDate reference = header.referenceDate();
            int line = header.line();
            if (layouts.contains(CinLayout.GENDER) && layouts.size() > 1) {
                findings.warn(Unit.VALUE, line, null, "Children", "layouts-mixed");
            }
            if (year != null && reference != null && reference.getYear() != year) {
                findings.warn(Unit.VALUE, line, null, field, "year-and-reference-date", year.toString(), reference);
            }
            if (reference != null && (reference.getMonthValue() != 3 || reference.getDayOfMonth() != 31)) {
                findings.warn(
                        Unit.VALUE,
                        line,
                        null,
                        "Header.CollectionDetails.ReferenceDate",
                        "reference-date-odd",
                        reference);
            }
            if (year != null && !layouts.isEmpty()) {
                CinLayout latest = layouts.stream().max(CinLayout::compareTo).orElseThrow();
                if (!latest.fits(year)) {
                    findings.warn(
                            Unit.VALUE, line, null, field, "year-and-layout", year.toString(), latest.collections());
                }
            }
        }

        private @Nullable LocalDate day(@Nullable String text) {
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeException e) {
                return null;
            }
        }

        private @Nullable String find(CensusElement element, String wanted) {
            if (element.name().equals(wanted)) {
                return element.text();
            }
            for (CensusElement child : element.children()) {
                String found = find(child, wanted);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
    }
}
