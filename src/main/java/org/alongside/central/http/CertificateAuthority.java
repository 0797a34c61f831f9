package org.alongside.central.http;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alongside.central.directory.SecretFile;
import org.alongside.kernel.Clocks;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/// A certificate authority of the service's own, for when the council has given no certificate: its
/// certificate stands in the home as `ca.pem` for laptops to be given, its key beside it for nobody
/// else to read. Certificates are dated by the machine's own clock, whatever moment the program was
/// told to believe, since laptops check them by theirs.
final class CertificateAuthority {
    static final String CERTIFICATE_FILE = "ca.pem";
    private static final String KEY_FILE = "ca.key";
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(397);
    private static final Duration BACKDATED = Duration.ofDays(1);
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final X500Name AUTHORITY = new X500Name("CN=Alongside service authority");
    private static final X500Name SERVICE = new X500Name("CN=Alongside service");

    private final PrivateKey key;
    private final X509Certificate certificate;

    private CertificateAuthority(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /// Reads the authority of a home, and makes it where there is none.
    static CertificateAuthority in(Path home) throws IOException, GeneralSecurityException {
        Path certificateFile = home.resolve(CERTIFICATE_FILE);
        Path keyFile = home.resolve(KEY_FILE);
        if (Files.exists(certificateFile) && Files.exists(keyFile)) {
            return new CertificateAuthority(
                    Pem.key(keyFile), Pem.certificates(certificateFile).getFirst());
        }
        KeyPair pair = pair();
        try {
            var builder = builder(AUTHORITY, pair, AUTHORITY_LIFE);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            X509Certificate made = signed(builder, pair.getPrivate());
            SecretFile.write(
                    keyFile, pem(new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded())));
            SecretFile.write(certificateFile, pem(made));
            return new CertificateAuthority(pair.getPrivate(), made);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /// A server's key and certificate for this machine and address, made anew at each start.
    ServerIdentity issue(String bind) throws IOException, GeneralSecurityException {
        KeyPair pair = pair();
        try {
            var builder = builder(SERVICE, pair, SERVER_LIFE);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(names(bind).toArray(GeneralName[]::new)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
            return new ServerIdentity(pair.getPrivate(), List.of(signed(builder, key), certificate));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static Set<GeneralName> names(String bind) {
        var names = new LinkedHashSet<GeneralName>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, "::1"));
        boolean address = bind.matches("[0-9.]+") || bind.contains(":");
        boolean wildcard = bind.equals("0.0.0.0") || bind.equals("::");
        if (!wildcard) {
            names.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, bind));
        }
        try {
            InetAddress own = InetAddress.getLocalHost();
            names.add(new GeneralName(GeneralName.dNSName, own.getHostName()));
            names.add(new GeneralName(GeneralName.iPAddress, own.getHostAddress()));
        } catch (UnknownHostException | IllegalArgumentException e) {
            // A machine without a name of its own is reached by address.
            return names;
        }
        return names;
    }

    private static JcaX509v3CertificateBuilder builder(X500Name subject, KeyPair pair, Duration life) {
        Instant now = Clocks.system().instant();
        return new JcaX509v3CertificateBuilder(
                AUTHORITY,
                serial(),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(life)),
                subject,
                pair.getPublic());
    }

    private static BigInteger serial() {
        return new BigInteger(126, new SecureRandom()).add(BigInteger.ONE);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
    }

    private static String pem(Object thing) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        }
        return text.toString();
    }
}
