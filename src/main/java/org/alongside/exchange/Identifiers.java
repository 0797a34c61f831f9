package org.alongside.exchange;

/// The check digits of the numbers a child is known by (`data-standards.md` section 6).
public final class Identifiers {
    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private Identifiers() {}

    /// What is wrong with a unique pupil number.
    public enum UpnFault {
        NONE,
        /// Not a letter, eleven digits and a digit or letter.
        SHAPE,
        /// The first letter does not fit the rest.
        CHECK_LETTER
    }

    /// Checks a unique pupil number; a temporary one ends in a letter.
    public static UpnFault upn(String upn) {
        if (!upn.matches("[A-HJ-NP-RT-Z]\\d{11}[\\dA-HJ-NP-RT-Z]")) {
            return UpnFault.SHAPE;
        }
        int sum = 0;
        for (int i = 1; i < upn.length(); i++) {
            char c = upn.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : UPN_LETTERS.indexOf(c);
            sum += value * (i + 1);
        }
        return UPN_LETTERS.charAt(sum % UPN_LETTERS.length()) == upn.charAt(0) ? UpnFault.NONE : UpnFault.CHECK_LETTER;
    }

    /// Whether ten digits are an NHS number by its check digit: weights 10 to 2 on the first nine, 11
    /// minus the sum modulo 11; 11 is 0 and 10 is none.
    public static boolean isNhsNumber(String digits) {
        if (!digits.matches("[0-9]{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check < 10 && check == digits.charAt(9) - '0';
    }
}
