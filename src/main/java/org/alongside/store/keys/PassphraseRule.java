package org.alongside.store.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;

/// What a passphrase must be (`safety.md` 5.2): 15 characters or more, not the name, not one that
/// everybody thinks of. Spaces, capitals and figures are not asked for, and it never expires.
public final class PassphraseRule {
    public static final int CHARACTERS_MIN = 15;

    private static final int CHARACTERS_MAX = 1000;
    private static final int DIFFERENT_MIN = 5;

    private PassphraseRule() {}

    /// @param names the account's name and what people call its owner
    /// @return what is wrong with it, or nothing
    public static Optional<Problem> problem(char[] passphrase, String... names) {
        String folded = folded(new String(passphrase));
        int characters = Character.codePointCount(passphrase, 0, passphrase.length);
        if (characters < CHARACTERS_MIN) {
            return refused("passphrase-short", Texts.of("store.passphrase-short", CHARACTERS_MIN));
        }
        if (characters > CHARACTERS_MAX) {
            return refused("passphrase-long", Texts.of("store.passphrase-long", CHARACTERS_MAX));
        }
        for (String name : names) {
            String bare = folded(name);
            if (!bare.isEmpty() && folded.replace(bare, "").length() < CHARACTERS_MIN / 2) {
                return refused("passphrase-name", Texts.of("store.passphrase-name"));
            }
        }
        if (folded.codePoints().distinct().count() < DIFFERENT_MIN || Common.WORDS.contains(folded)) {
            return refused("passphrase-common", Texts.of("store.passphrase-common"));
        }
        return Optional.empty();
    }

    /// The bytes that the key is made from: NFC, UTF-8, so that the same keys pressed on another
    /// keyboard give the same key. The caller overwrites them.
    static byte[] bytes(char[] passphrase) {
        CharBuffer chars = Normalizer.isNormalized(CharBuffer.wrap(passphrase), Normalizer.Form.NFC)
                ? CharBuffer.wrap(passphrase)
                : CharBuffer.wrap(Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC));
        var encoded = StandardCharsets.UTF_8.encode(chars);
        byte[] bytes = Arrays.copyOfRange(encoded.array(), encoded.position(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private static Optional<Problem> refused(String code, String message) {
        return Optional.of(Problem.at("passphrase", code, message));
    }

    /// Small letters and figures only, so that spaces and dots do not make a common one rare.
    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static final class Common {
        private static final Set<String> WORDS = load();

        private static Set<String> load() {
            try (var in = PassphraseRule.class.getResourceAsStream("/store/common-passphrases.txt")) {
                if (in == null) {
                    throw new IllegalStateException("common-passphrases.txt is not on the class path");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .map(PassphraseRule::folded)
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
