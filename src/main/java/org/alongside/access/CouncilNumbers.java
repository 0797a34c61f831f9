package org.alongside.access;

import java.util.Map;

/// The numbers that the council has adopted, by the id of the rule or the name of the setting
/// (`local_number` records of `reference/council`).
public interface CouncilNumbers {
    Map<String, Adopted> adopted();

    /// @param unit what it counts, as content writes it: `working_days` …
    record Adopted(int value, String unit) {}
}
