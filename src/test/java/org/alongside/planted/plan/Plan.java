package org.alongside.planted.plan;

import org.alongside.planted.guided.GuidedPlan;

/// Innocent by the order, one half of a cycle.
public class Plan {
    public GuidedPlan form;
}
