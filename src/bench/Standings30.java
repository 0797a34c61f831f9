import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.Clocks;
import org.alongside.record.StreamId;
import org.alongside.tool.Laptop;

/** Works out how it stands with 30 children, RUNS times; started by standings.sh. */
public final class Standings30 {
    private static final int CHILDREN = 30;
    private static final int WARM_UP = 60;

    public static void main(String[] args) throws Exception {
        int runs = Integer.parseInt(args[2]);
        char[] passphrase = Files.readAllLines(Path.of(args[1])).getFirst().toCharArray();
        var home = Laptop.home(Path.of(args[0]), Clocks.system(), Duration.ofSeconds(10));
        try (Laptop laptop = Laptop.unlock(home, passphrase, Clocks.system(), () -> true)) {
            List<ChildSummary> children = laptop.children().all();
            var wall = new ArrayList<Double>();
            var work = new ArrayList<Double>();
            var kept = new ArrayList<Double>();
            for (int run = 0; run < WARM_UP + runs; run++) {
                long begun = System.nanoTime();
                long busy = busy();
                int done = 0;
                while (done < CHILDREN) {
                    List<ChildSummary> some = children.subList(0, Math.min(children.size(), CHILDREN - done));
                    laptop.board().changed(streams(some));
                    done += laptop.board().of(some).size();
                }
                double ms = (System.nanoTime() - begun) / 1e6;
                double cpu = (busy() - busy) / 1e6;
                long again = System.nanoTime();
                for (int i = 0; i * children.size() < CHILDREN; i++) {
                    laptop.board().of(children);
                }
                if (run >= WARM_UP) {
                    wall.add(ms);
                    work.add(cpu);
                    kept.add((System.nanoTime() - again) / 1e6);
                }
            }
            System.out.println("30 standings from the file (" + children.size() + " children of the laptop, in turn):");
            tell("wall", wall);
            tell("processor", work);
            tell("kept, nothing changed", kept);
        }
    }

    private static Set<StreamId> streams(List<ChildSummary> children) {
        return Set.copyOf(children.stream().map(ChildSummary::stream).toList());
    }

    private static long busy() {
        var threads = ManagementFactory.getThreadMXBean();
        long busy = 0;
        for (long id : threads.getAllThreadIds()) {
            busy += Math.max(0, threads.getThreadCpuTime(id));
        }
        return busy;
    }

    private static void tell(String name, List<Double> ms) {
        Collections.sort(ms);
        System.out.printf(
                "%s: minimum %.1f, median %.1f, maximum %.1f ms%n",
                name, ms.getFirst(), ms.get(ms.size() / 2), ms.getLast());
    }
}
