import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Target;

/**
 * Makes the jOOQ classes from the migrations: Flyway runs them into an H2 in memory, jOOQ reads the
 * tables back. Started from its source by the build, on the JDK that compiles the project.
 *
 * <p>Arguments: folder of migrations, folder to write to, versions of the tools. Nothing happens
 * when the fingerprint of all three and of this file is the one left by the last run.
 */
final class GenerateJooq {

    private static final String DATABASE =
            "jdbc:h2:mem:build;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    /** Folders of migrations, each with a history of its own, so that their versions are free. */
    private static final List<String> PARTS = List.of("record", "client", "central");

    /** What H2 and PostgreSQL name differently; here H2's words. */
    private static final Map<String, String> WORDS = Map.of("json", "json", "bytes", "varbinary(1048576)");

    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path stamp = target.resolveSibling(target.getFileName() + ".fingerprint");
        String fingerprint = fingerprint(migrations, Path.of("src/build/GenerateJooq.java"), args[2]);
        if (Files.isDirectory(target)
                && Files.exists(stamp)
                && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        Files.createDirectories(target);
        generate(migrations, target);
        Files.writeString(stamp, fingerprint);
    }

    private static void generate(Path migrations, Path target) throws Exception {
        try (var connection = DriverManager.getConnection(DATABASE)) {
            for (String part : PARTS) {
                Flyway.configure()
                        .dataSource(DATABASE, null, null)
                        .locations("filesystem:" + migrations.resolve(part))
                        .table("flyway_" + part)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .placeholders(WORDS)
                        .load()
                        .migrate();
            }
            var database = new Database()
                    .withName("org.jooq.meta.h2.H2Database")
                    .withInputSchema("public")
                    .withOutputSchemaToDefault(true)
                    .withExcludes("flyway_.*");
            var generate = new Generate().withGeneratedAnnotation(true).withJavaTimeTypes(true);
            var tool = new GenerationTool();
            tool.setConnection(connection);
            tool.run(new Configuration()
                    .withGenerator(new Generator()
                            .withDatabase(database)
                            .withGenerate(generate)
                            .withTarget(new Target()
                                    .withPackageName("org.alongside.record.store.jooq")
                                    .withDirectory(target.toString())
                                    .withClean(true))));
        }
    }

    private static String fingerprint(Path migrations, Path self, String versions) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(versions.getBytes());
        digest.update(Files.readAllBytes(self));
        try (var files = Files.walk(migrations)) {
            files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .forEach(file -> {
                        digest.update(migrations.relativize(file).toString().getBytes());
                        digest.update(bytes(file));
                    });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
