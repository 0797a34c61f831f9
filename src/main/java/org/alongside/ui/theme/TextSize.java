package org.alongside.ui.theme;

/// How large text and everything measured by it is, from 100 to 200 %.
public enum TextSize {
    P100(100),
    P120(120),
    P150(150),
    P175(175),
    P200(200);

    /// Root text at 100 %, in px.
    public static final double ROOT_PX = 15;

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    /// Root text in px.
    public double px() {
        return ROOT_PX * percent / 100;
    }

    public TextSize larger() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    public TextSize smaller() {
        return values()[Math.max(ordinal() - 1, 0)];
    }
}
