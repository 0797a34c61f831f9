package org.alongside.planted.guided;

import org.alongside.planted.plan.Plan;

/// Offends 6: with Plan it is a cycle.
public class GuidedPlan {
    public Plan plan;
}
