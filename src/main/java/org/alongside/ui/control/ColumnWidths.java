package org.alongside.ui.control;

import java.util.ArrayList;
import java.util.List;

/// How the width of a table goes to its columns: no column is cut while another has room it does not
/// use. Each asks for what its words need and has a claim by its share; those that need less than their
/// share get what they need, the others divide the rest, and what nobody needs goes to all by share.
final class ColumnWidths {
    private ColumnWidths() {}

    /// @param needs what each column's words need, px
    /// @param shares each column's claim, in any unit
    /// @param room width to give away, px
    /// @return whole px, together never more than the room
    static double[] of(double[] needs, double[] shares, double room) {
        double[] widths = new double[needs.length];
        double left = room;
        var open = new ArrayList<Integer>();
        for (int i = 0; i < needs.length; i++) {
            open.add(i);
        }
        boolean settled = false;
        while (!settled && !open.isEmpty()) {
            double part = left / sum(shares, open);
            List<Integer> content =
                    open.stream().filter(i -> needs[i] <= part * shares[i]).toList();
            for (int i : content) {
                widths[i] = needs[i];
                left -= needs[i];
            }
            open.removeAll(content);
            settled = content.isEmpty();
        }
        boolean spare = open.isEmpty();
        if (spare) {
            for (int i = 0; i < needs.length; i++) {
                open.add(i);
            }
        }
        double part = left / sum(shares, open);
        for (int i : open) {
            widths[i] = Math.max(0, (spare ? widths[i] : 0) + part * shares[i]);
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.floor(widths[i]);
        }
        return widths;
    }

    private static double sum(double[] shares, List<Integer> which) {
        return which.stream().mapToDouble(i -> shares[i]).sum();
    }
}
