package org.alongside.rules;

/// What an answer may point at: people, staff and records that are known where the answer is given.
public interface References {
    /// Whether a person (child or adult) is known by this id, the product's or the council's.
    boolean knowsPerson(String id);

    /// Whether there is a member of staff with this account's name.
    boolean knowsStaff(String account);

    /// Whether there is a record of the type with this id.
    boolean knowsRecord(String type, String id);

    /// Takes every reference on trust; for reading what was already stored.
    static References trusted() {
        return new References() {
            @Override
            public boolean knowsPerson(String id) {
                return true;
            }

            @Override
            public boolean knowsStaff(String account) {
                return true;
            }

            @Override
            public boolean knowsRecord(String type, String id) {
                return true;
            }
        };
    }
}
