package org.alongside.document.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// The letters of Arabic script in the shape that their neighbours ask for: at the beginning, in the
/// middle, at the end or alone. The shapes are Unicode's presentation forms, found by asking which
/// letter each one stands for; a letter without forms of its own stays as it is and joins nothing.
///
/// Unicode lists the forms of a letter in the order alone, end, beginning, middle; letters that join
/// only to the right have the first two.
final class ArabicShapes {
    private static final int FORMS_A = 0xFB50;
    private static final int FORMS_A_LAST = 0xFBFF;
    private static final int FORMS_B = 0xFE80;
    private static final int FORMS_B_LAST = 0xFEF4;
    private static final int LAM_ALEF = 0xFEF5;
    private static final int LAM_ALEF_LAST = 0xFEFC;
    private static final char LAM = 'ل';
    private static final int TATWEEL = 0x640;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private static final int ALONE = 0;
    private static final int END = 1;
    private static final int BEGINNING = 2;
    private static final int MIDDLE = 3;

    /// By letter, its forms in Unicode's order; 0 where there is none.
    private static final Map<Integer, int[]> FORMS = forms();

    /// By the alef after a lam, both forms of the two in one.
    private static final Map<Integer, int[]> WITH_LAM = lamAlef();

    private ArabicShapes() {}

    static boolean isIn(String text) {
        return text.codePoints().anyMatch(FORMS::containsKey);
    }

    /// The text in its shapes, in the order it was typed.
    static String shaped(String text) {
        if (!isIn(text)) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        var shaped = new StringBuilder(text.length());
        for (int at = 0; at < letters.length; at++) {
            int letter = letters[at];
            int[] forms = FORMS.get(letter);
            if (forms == null) {
                shaped.appendCodePoint(letter);
                continue;
            }
            boolean before = joinsOn(neighbour(letters, at, -1));
            int next = at + 1;
            int[] pair = letter == LAM && next < letters.length ? WITH_LAM.get(letters[next]) : null;
            if (pair != null) {
                shaped.appendCodePoint(pair[before ? END : ALONE]);
                at = next;
                continue;
            }
            boolean after = forms[BEGINNING] != 0 && joinsBack(neighbour(letters, at, 1));
            int form = before && after ? MIDDLE : before ? END : after ? BEGINNING : ALONE;
            shaped.appendCodePoint(forms[form] == 0 ? letter : forms[form]);
        }
        return shaped.toString();
    }

    /// The next letter in a direction, past marks that stand over or under a letter; 0 at an end.
    private static int neighbour(int[] letters, int from, int step) {
        for (int at = from + step; at >= 0 && at < letters.length; at += step) {
            int type = Character.getType(letters[at]);
            if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
                return letters[at];
            }
        }
        return 0;
    }

    /// Whether a letter joins to the one after it.
    private static boolean joinsOn(int letter) {
        int[] forms = FORMS.get(letter);
        return letter == TATWEEL || letter == ZERO_WIDTH_JOINER || (forms != null && forms[BEGINNING] != 0);
    }

    /// Whether a letter joins to the one before it.
    private static boolean joinsBack(int letter) {
        int[] forms = FORMS.get(letter);
        return letter != ZERO_WIDTH_NON_JOINER
                && (letter == TATWEEL || letter == ZERO_WIDTH_JOINER || (forms != null && forms[END] != 0));
    }

    private static Map<Integer, int[]> forms() {
        var forms = new HashMap<Integer, int[]>();
        collect(forms, FORMS_A, FORMS_A_LAST);
        // What both blocks have is the later block's, whose order is the plain one.
        var plain = new HashMap<Integer, int[]>();
        collect(plain, FORMS_B, FORMS_B_LAST);
        forms.putAll(plain);
        return forms;
    }

    private static void collect(Map<Integer, int[]> forms, int first, int last) {
        for (int form = first; form <= last; form++) {
            String stands = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            if (stands.codePointCount(0, stands.length()) != 1 || stands.codePointAt(0) == form) {
                continue;
            }
            int letter = stands.codePointAt(0);
            if (!Character.isLetter(letter)) {
                continue;
            }
            int[] of = forms.computeIfAbsent(letter, _ -> new int[4]);
            for (int place = ALONE; place <= MIDDLE; place++) {
                if (of[place] == 0) {
                    of[place] = form;
                    break;
                }
            }
        }
    }

    private static Map<Integer, int[]> lamAlef() {
        var pairs = new HashMap<Integer, int[]>();
        for (int form = LAM_ALEF; form <= LAM_ALEF_LAST; form += 2) {
            String stands = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            pairs.put(stands.codePointBefore(stands.length()), new int[] {form, form + 1});
        }
        return pairs;
    }
}
