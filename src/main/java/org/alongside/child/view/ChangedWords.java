package org.alongside.child.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A text beside the one it replaced: words that are not in the older one are bold, so that the
/// difference is seen without reading both twice.
final class ChangedWords {
    /// Longer texts stand plain: the comparison is quadratic, and bold helps nobody there.
    private static final int WORDS_MOST = 400;

    private ChangedWords() {}

    /// A run of words.
    record Run(String words, boolean changed) {}

    static Node of(String before, String now) {
        var flow = new TextFlow();
        flow.getStyleClass().add("changed-words");
        flow.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        for (Run run : runs(before, now)) {
            var text = new Text(run.words());
            text.getStyleClass().add(run.changed() ? "changed-word" : "same-word");
            flow.getChildren().add(text);
        }
        return flow;
    }

    /// The runs of `now`, spaces kept.
    static List<Run> runs(String before, String now) {
        List<String> old = words(before);
        List<String> words = words(now);
        if (old.isEmpty() || words.size() > WORDS_MOST || old.size() > WORDS_MOST) {
            return now.isEmpty() ? List.of() : List.of(new Run(now, false));
        }
        boolean[] kept = kept(old, words);
        var runs = new ArrayList<Run>();
        var run = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && kept[i] != kept[i - 1]) {
                runs.add(new Run(run.toString(), !kept[i - 1]));
                run.setLength(0);
            }
            run.append(words.get(i));
        }
        if (!run.isEmpty()) {
            runs.add(new Run(run.toString(), !kept[words.size() - 1]));
        }
        return runs;
    }

    /// Words with the space that follows them.
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i - 1)) && !Character.isWhitespace(text.charAt(i))) {
                words.add(text.substring(start, i));
                start = i;
            }
        }
        if (start < text.length()) {
            words.add(text.substring(start));
        }
        return words;
    }

    private static boolean[] kept(List<String> old, List<String> now) {
        int[][] longest = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                longest[i][j] = same(old.get(i), now.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        boolean[] kept = new boolean[now.size()];
        int i = 0;
        int j = 0;
        while (i < old.size() && j < now.size()) {
            if (same(old.get(i), now.get(j))) {
                kept[j] = true;
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return kept;
    }

    private static boolean same(String one, String other) {
        return one.strip().equals(other.strip());
    }
}
