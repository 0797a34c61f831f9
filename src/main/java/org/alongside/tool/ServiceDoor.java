package org.alongside.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What `admin` and `import` ask of a service: over its administration API when it runs, else on its
/// database. The answers are the objects that are printed.
public interface ServiceDoor extends AutoCloseable {
    void addUser(String name, String display, String role, @Nullable String team, @Nullable String supervisor);

    void endUser(String name);

    ObjectNode enrolCode(String user, long hours);

    /// @param list `people`, `allocations`, `devices` or `parked`
    ObjectNode items(String list);

    void allocate(String child, String worker, String depth);

    void deallocate(String child, String worker);

    void revokeDevice(String device, boolean salvage);

    ObjectNode verify();

    void exportLog(OutputStream out) throws IOException;

    ObjectNode epoch(@Nullable String newBecause);

    /// @param map the answers to an earlier report's `to_map`; null when there are none
    ObjectNode importFiles(
            String format, List<Path> files, boolean dryRun, @Nullable String authority, @Nullable ObjectNode map);

    @Override
    void close();
}
