package org.alongside.document.pdf;

/// Sizes of a paper's text, in points.
public enum PaperSize {
    STAFF(11.5),
    FAMILY(12),
    LARGE(16),
    LARGEST(20);

    private final double points;

    PaperSize(double points) {
        this.points = points;
    }

    public double points() {
        return points;
    }

    /// The word of the command line.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
