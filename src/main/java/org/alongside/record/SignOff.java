package org.alongside.record;

import java.util.Set;

/// How a record is written by one person and authorised by another, never the same (practice 7, rule 5).
/// Once it is authorised, nothing of it changes; what comes later is added to it.
///
/// @param step the field group that holds the step it is at
/// @param author field groups that its author writes
/// @param authoriser field groups that only somebody else may write, whoever authorises it
/// @param roles who may authorise
public record SignOff(String step, Set<String> author, Set<String> authoriser, Set<String> roles) {
    /// The member of the step's value that names it.
    public static final String STEP = "step";

    public SignOff {
        author = Set.copyOf(author);
        authoriser = Set.copyOf(authoriser);
        roles = Set.copyOf(roles);
    }

    /// The steps there are. Who writes asks and sends; who authorises decides, returns and authorises.
    public enum Step {
        /// Its author asks the manager to decide something before it can be sent.
        ASKED("asked", false),
        /// The manager has decided that.
        DECIDED("decided", true),
        SENT("sent", false),
        /// Given back with reasons.
        RETURNED("returned", true),
        AUTHORISED("authorised", true);

        private final String word;
        private final boolean ofAuthoriser;

        Step(String word, boolean ofAuthoriser) {
            this.word = word;
            this.ofAuthoriser = ofAuthoriser;
        }

        public String word() {
            return word;
        }

        /// Whether only somebody other than its author may take it.
        public boolean isOfAuthoriser() {
            return ofAuthoriser;
        }
    }

    /// Whether a value of the step's group says this step.
    public static boolean isAt(tools.jackson.databind.JsonNode value, Step step) {
        return value.path(STEP).asString("").equals(step.word());
    }
}
