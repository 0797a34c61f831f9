package org.alongside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/// What is shipped of others is named with its licence.
class LicencesTest {
    private static final Path PAGE = Path.of("assets/licences/THIRD-PARTY.md");

    @Test
    void everyLibraryThatIsShippedStandsInTheTableAndNoOther() throws Exception {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("## Named in the pom"), page.indexOf("## What those bring"));
        var named = new TreeSet<String>();
        Pattern.compile("(?m)^\\| ([\\w.-]+) \\| [^|]+ \\| [^|]+ \\|$")
                .matcher(table)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals("library") && !name.startsWith("---"))
                .forEach(named::add);

        assertThat(named).isEqualTo(shipped());
    }

    @Test
    void everyPageThatTheReadmeNamesIsThere() throws Exception {
        var links = Pattern.compile("\\]\\(((?!https?:)[^)#]+)\\)")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.endsWith(".png"))
                .toList();

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of(link)).exists());
    }

    private static TreeSet<String> shipped() throws Exception {
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        var names = new TreeSet<String>();
        var dependencies = pom.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            boolean ofTheProject = dependency.getParentNode().getParentNode() == pom.getDocumentElement();
            if (ofTheProject && !List.of("test", "provided", "import").contains(text(dependency, "scope"))) {
                names.add(text(dependency, "artifactId"));
            }
        }
        return names;
    }

    private static String text(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
