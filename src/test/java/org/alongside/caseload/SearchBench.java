package org.alongside.caseload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.alongside.testing.MarlbrookLaptop;

/// How long a search takes beside many notes, and what the index costs when they are saved:
/// `SearchBench [NOTES]`, 10,000 without a number. Prints lines; asserts nothing.
public final class SearchBench {
    private static final int WORDS = 120;
    private static final int ROUNDS = 21;
    private static final int BATCH = 1_000;

    private SearchBench() {}

    public static void main(String[] args) throws Exception {
        int notes = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        var random = new Random(7);
        List<String> words = words(random);
        Path home = Files.createTempDirectory("search-bench");
        try (var laptop = MarlbrookLaptop.of(home.resolve("laptop"))) {
            List<UUID> children = laptop.laptop().children().all().stream()
                    .map(child -> child.id())
                    .toList();
            long begun = System.nanoTime();
            for (int i = 0; i < notes; i += BATCH) {
                var intents = new ArrayList<Intent>();
                for (int j = 0; j < BATCH; j++) {
                    intents.add(note(children.get((i + j) % children.size()), words, random, i + j));
                }
                laptop.laptop().log().save(intents);
            }
            System.out.printf("saved %d notes of %d words: %.1f s%n", notes, WORDS, seconds(begun));
            long rebuilt = System.nanoTime();
            laptop.store().rebuild().run();
            System.out.printf("everything folded again: %.1f s%n", seconds(rebuilt));
            for (String typed :
                    List.of(words.get(3), words.get(700) + " " + words.get(50), "zz", "ell", "nothingatall")) {
                double[] times = new double[ROUNDS];
                int found = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    long from = System.nanoTime();
                    found = laptop.laptop().search().all(typed, 50).size();
                    times[round] = seconds(from) * 1000;
                }
                Arrays.sort(times);
                System.out.printf(
                        "%d letters: %d results, median %.0f ms, worst %.0f ms%n",
                        typed.length(), found, times[ROUNDS / 2], times[ROUNDS - 1]);
            }
        }
    }

    private static Intent note(UUID child, List<String> words, Random random, int nth) {
        var text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            // Few words are common and many are rare, as in what people write.
            int word = (int) (words.size() * Math.pow(random.nextDouble(), 4));
            text.append(i % 12 == 0 ? ". " : " ").append(words.get(word));
        }
        var value = Json.object()
                .put("kind", "call")
                .put("at", LocalDate.of(2020, 1, 1).plusDays(nth % 2400) + "T10:30:00Z")
                .put("text", text.toString());
        return Intent.whole(StreamId.ofCase(child), UUID.randomUUID(), "case_note", value);
    }

    private static List<String> words(Random random) {
        var words = new ArrayList<String>();
        for (int i = 0; i < 8_000; i++) {
            var word = new StringBuilder();
            int length = 3 + random.nextInt(7);
            for (int j = 0; j < length; j++) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words.add(word.toString());
        }
        return words;
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
