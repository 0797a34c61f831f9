package org.alongside.central.directory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.DeviceTable;
import org.alongside.central.storage.DeviceTable.Device;
import org.alongside.central.storage.RegisterTable.Member;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Limits;
import org.alongside.sync.wire.Token;
import org.alongside.sync.wire.Wire;

/// Laptops: enrolment by a one-time code, and the proof by its own key that a laptop is the one it
/// says. Codes are kept as hashes only; tokens and challenges are sealed and not kept at all.
public final class Devices {
    /// Letters and digits that nobody mixes up when reading aloud.
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int CODE_LENGTH = 16;
    private static final int CODE_BLOCK = 4;
    private static final Duration CHALLENGE_LIFE = Duration.ofMinutes(2);

    private final CentralDatabase database;
    private final Clock clock;
    private final Ids ids;
    private final ServiceKey key;
    private final SecureRandom random = new SecureRandom();

    public Devices(CentralDatabase database, Clock clock, Ids ids, ServiceKey key) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.key = key;
    }

    /// @param code to be given to the person; it is kept nowhere
    public record IssuedCode(String user, String code, Instant expiresAt) {}

    /// @throws BadInput when there is no such account in use
    public IssuedCode issueCode(String user, Duration valid) {
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(i > 0 && i % CODE_BLOCK == 0 ? "-" : "")
                    .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        Instant expires = clock.instant().plus(valid);
        database.change(transaction -> {
            if (member(transaction.register().account(user)).isEmpty()) {
                throw People.unknown(user);
            }
            transaction.devices().issue(hash(user, code.toString()), user, expires);
        });
        return new IssuedCode(user, code.toString(), expires);
    }

    /// Makes a laptop known.
    ///
    /// A code that is used or expired is told apart from a wrong one only to somebody who gives the
    /// whole of it; a wrong one, another person's, one for no account and one for an ended account have
    /// the same answer, so that guessing tells nothing.
    ///
    /// @throws BadInput when the key cannot be used
    public Enrolling enrol(String user, String code, String publicKey) {
        publicKey(publicKey);
        String given = hash(user, code);
        Instant now = clock.instant();
        return database.write(transaction -> {
            Optional<Member> member = member(transaction.register().account(user));
            Optional<DeviceTable.Code> same = same(transaction.devices().codes(user), given);
            if (member.isEmpty() || same.isEmpty()) {
                return new Wrong();
            }
            if (same.get().usedAt() != null) {
                return new Used();
            }
            if (!same.get().expiresAt().isAfter(now)) {
                return new Expired();
            }
            if (!transaction.devices().use(given, now)) {
                return new Used();
            }
            var device = new Device(ids.next().toString(), user, publicKey, now, now, DeviceTable.State.ACTIVE);
            transaction.devices().enrol(device);
            return new Enrolled(device, member.get());
        });
    }

    /// Looks at every code, so that the time it takes tells nothing.
    private static Optional<DeviceTable.Code> same(List<DeviceTable.Code> codes, String given) {
        Optional<DeviceTable.Code> same = Optional.empty();
        for (DeviceTable.Code code : codes) {
            if (MessageDigest.isEqual(
                    code.hash().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
                same = Optional.of(code);
            }
        }
        return same;
    }

    /// What became of an enrolment.
    public sealed interface Enrolling {}

    public record Enrolled(Device device, Member member) implements Enrolling {}

    /// No such code for this name.
    public record Wrong() implements Enrolling {}

    /// A laptop was enrolled with it already.
    public record Used() implements Enrolling {}

    public record Expired() implements Enrolling {}

    /// A challenge for a device to sign; given to anyone, so that asking tells nothing.
    public String challenge(String device) {
        String content = device + "." + clock.instant().plus(CHALLENGE_LIFE).getEpochSecond() + "."
                + Long.toHexString(random.nextLong());
        return encoded(content) + "." + key.seal("challenge", content);
    }

    /// A token for a device that signed a challenge; empty when the proof does not hold.
    public Optional<Token.Answer> token(String device, String challenge, String signature) {
        Optional<String> content = opened("challenge", challenge);
        Optional<Device> known =
                database.read(transaction -> transaction.devices().find(device));
        boolean proved = content.isPresent()
                && known.isPresent()
                && isFor(content.get(), device)
                && isSigned(known.get().publicKey(), Wire.toSign(database.tenant(), device, challenge), signature);
        if (!proved) {
            return Optional.empty();
        }
        Instant expires = clock.instant().plus(Limits.TOKEN_LIFE);
        String token = device + "." + expires.getEpochSecond() + "." + Long.toHexString(random.nextLong());
        return Optional.of(new Token.Answer(
                null,
                encoded(token) + "." + key.seal("token", token),
                Instant.ofEpochSecond(expires.getEpochSecond())));
    }

    /// The device that a token was given to, if it holds; its state has yet to be looked at.
    public Optional<Device> holderOf(String token) {
        return opened("token", token)
                .flatMap(content -> database.read(
                        transaction -> transaction.devices().find(content.substring(0, content.indexOf('.')))));
    }

    /// Takes a laptop's access away.
    ///
    /// @param salvage let it hand in what it holds first
    /// @throws BadInput when there is no such laptop
    public void revoke(String device, boolean salvage) {
        database.change(transaction -> {
            if (transaction.devices().find(device).isEmpty()) {
                throw BadInput.of("device-unknown", "device", "There is no laptop " + device + ".");
            }
            transaction.devices().setState(device, salvage ? DeviceTable.State.SALVAGE : DeviceTable.State.REVOKED);
        });
    }

    public List<Device> all() {
        return database.read(transaction -> transaction.devices().all());
    }

    private static Optional<Member> member(Optional<Member> found) {
        return found.filter(member -> !member.isEnded());
    }

    /// What a sealed text says, if the seal is ours and its time is not over.
    private Optional<String> opened(String purpose, String sealed) {
        int dot = sealed.indexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        try {
            String content =
                    new String(Base64.getUrlDecoder().decode(sealed.substring(0, dot)), StandardCharsets.UTF_8);
            if (!key.isSeal(sealed.substring(dot + 1), purpose, content)) {
                return Optional.empty();
            }
            long expires = Long.parseLong(content.split("\\.", -1)[1]);
            return clock.instant().getEpochSecond() < expires ? Optional.of(content) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isFor(String content, String device) {
        return content.startsWith(device + ".");
    }

    private static boolean isSigned(String publicKey, byte[] signed, String signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey(publicKey));
            verifier.update(signed);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicKey publicKey(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw BadInput.of("public-key-wrong", "public_key", "The laptop's key is Ed25519, X.509, in Base64.");
        }
    }

    private static String encoded(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String user, String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("enrolment\n" + user + "\n" + plain).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
