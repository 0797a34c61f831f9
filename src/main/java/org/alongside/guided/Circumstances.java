package org.alongside.guided;

import java.util.List;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.child.PersonInLife;
import org.alongside.rules.Inputs;

/// What the conditions of a form are asked of: a family, and what is known of each in it.
public interface Circumstances {
    Family family();

    /// Inputs of a question about one child.
    Inputs ofChild(UUID child, GuidedForm form, Answered answers);

    /// Inputs of a question about one adult, with each child in turn: it is asked when it holds for any
    /// of them, as a question about the family is.
    List<Inputs> ofAdult(PersonInLife adult, GuidedForm form, Answered answers);

    /// Children in scope whom nobody has seen alone since the record began.
    List<ChildSummary> notAlone();
}
