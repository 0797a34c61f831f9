package org.alongside.central.admission;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Account;
import org.alongside.central.directory.Scope;
import org.alongside.central.storage.BlobTable;
import org.alongside.central.storage.BlobTable.Blob;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.DeviceTable.Device;
import org.alongside.central.storage.Transaction;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Blobs.Ref;
import org.alongside.record.StreamId;
import org.alongside.sync.wire.BlobWire;
import org.jspecify.annotations.Nullable;

/// Sealed attachments (`sync.md` 2.2): brought by whoever may write the case or has written there, and
/// read by whoever may see the case, when an event of it names them. To know a hash opens nothing: what
/// is out of scope, not named and not there gives one and the same answer.
///
/// In this first form an attachment is one chunk, no longer than a photograph.
public final class Blobs {
    /// Declared and named by nobody for so long: let go.
    private static final Duration KEPT_UNNAMED = Duration.ofDays(30);

    private final CentralDatabase database;
    private final Clock clock;
    private final Ids ids;

    public Blobs(CentralDatabase database, Clock clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /// @throws BadInput when it is no declaration, too long, or not this account's to bring
    public BlobWire.State declare(Device device, Account account, BlobWire.Declaration declared) {
        StreamId stream = stream(declared.stream());
        String name = name(declared.blob());
        if (declared.bytes() <= Limits.SEALING_BYTES || declared.bytes() > Limits.BLOB_BYTES) {
            throw BadInput.of("blob-too-long", "bytes", Texts.of("central.blob-too-long", Limits.BLOB_BYTES));
        }
        if (declared.chunkBytes() != Limits.BLOB_CHUNK_BYTES) {
            throw BadInput.of(
                    "blob-chunk-wrong", "chunk_bytes", Texts.of("central.blob-chunk-wrong", Limits.BLOB_CHUNK_BYTES));
        }
        return database.write(transaction -> {
            expectWriter(transaction, account, stream, name);
            BlobTable blobs = transaction.blobs();
            blobs.declare(
                    new Blob(stream, name, declared.bytes(), declared.chunkBytes(), false),
                    account.name(),
                    device.device(),
                    clock.instant());
            BlobWire.State state = state(transaction, stream, name).orElseThrow();
            if (state.bytes() != declared.bytes()) {
                throw BadInput.of("blob-other-length", "bytes", Texts.of("central.blob-other-length"));
            }
            return state;
        });
    }

    /// @param hash SHA-256 of the chunk, in hex, as its sender says
    public void chunk(
            Account account, @Nullable String in, String of, int position, @Nullable String hash, byte[] content) {
        StreamId stream = stream(in);
        String name = name(of);
        if (!hash(content).equals(hash)) {
            throw BadInput.of("chunk-damaged", Texts.of("central.chunk-damaged"));
        }
        database.change(transaction -> {
            Blob blob = expected(transaction, account, stream, name);
            if (position != 0 || content.length != blob.bytes()) {
                throw BadInput.of("chunk-not-expected", Texts.of("central.chunk-not-expected"));
            }
            if (!blob.complete()) {
                transaction.blobs().put(stream, name, position, content);
            }
        });
    }

    /// Checks the whole against its name; a whole that is another is thrown away and brought again.
    public void complete(Account account, @Nullable String in, String of) {
        StreamId stream = stream(in);
        String name = name(of);
        boolean whole = database.write(transaction -> {
            Blob blob = expected(transaction, account, stream, name);
            if (blob.complete()) {
                return true;
            }
            byte[] content = transaction.blobs().content(stream, name);
            if (content.length != blob.bytes() || !hash(content).equals(name)) {
                transaction.blobs().empty(stream, name);
                return false;
            }
            transaction.blobs().complete(stream, name, clock.instant());
            return true;
        });
        if (!whole) {
            throw BadInput.of("blob-damaged", Texts.of("central.blob-damaged-sent"));
        }
    }

    /// What is there, for one who brings it or may read it.
    public Optional<BlobWire.State> state(Account account, @Nullable String in, String of) {
        StreamId stream = stream(in);
        String name = name(of);
        return database.read(transaction -> mayWrite(transaction, account, stream, name)
                        || mayRead(transaction, account, stream, name).isPresent()
                ? state(transaction, stream, name)
                : Optional.empty());
    }

    /// The sealed bytes, whole, for one whose case names them. Reading is on the record before they leave.
    public Optional<byte[]> content(Device device, Account account, @Nullable String in, String of) {
        StreamId stream = stream(in);
        String name = name(of);
        return database.write(transaction -> {
            Optional<Long> revision = mayRead(transaction, account, stream, name);
            if (revision.isEmpty()
                    || transaction
                            .blobs()
                            .find(stream, name)
                            .filter(Blob::complete)
                            .isEmpty()) {
                return Optional.<byte[]>empty();
            }
            transaction.devices().audit(ids.next(), device, stream, revision.get(), revision.get(), clock.instant());
            return Optional.of(transaction.blobs().content(stream, name));
        });
    }

    /// Lets go of what nobody has named for thirty days.
    public int forgetUnnamed() {
        return database.write(
                transaction -> transaction.blobs().forget(clock.instant().minus(KEPT_UNNAMED)));
    }

    /// Attachments whose bytes are not those they are named by.
    public static List<Problem> damaged(CentralDatabase database) {
        var findings = new ArrayList<Problem>();
        for (Blob blob : database.read(transaction -> transaction.blobs().complete())) {
            byte[] content = database.read(transaction -> transaction.blobs().content(blob.stream(), blob.name()));
            if (!hash(content).equals(blob.name())) {
                findings.add(Problem.at(
                        blob.stream() + " " + blob.name(),
                        "blob-damaged",
                        Texts.of(
                                "central.blob-damaged",
                                blob.name(),
                                blob.stream().toString())));
            }
        }
        return findings;
    }

    private static Blob expected(Transaction transaction, Account account, StreamId stream, String name) {
        expectWriter(transaction, account, stream, name);
        return transaction
                .blobs()
                .find(stream, name)
                .orElseThrow(() -> BadInput.of("blob-not-declared", Texts.of("central.blob-not-declared")));
    }

    private static void expectWriter(Transaction transaction, Account account, StreamId stream, String name) {
        if (!mayWrite(transaction, account, stream, name)) {
            throw BadInput.of("blob-not-yours", "stream", Texts.of("central.blob-not-yours"));
        }
    }

    /// Whoever has the case; and whoever wrote what names it while they had the case, so that no
    /// photograph stays behind on a laptop whose case was moved.
    private static boolean mayWrite(Transaction transaction, Account account, StreamId stream, String name) {
        return Scope.of(transaction, account.name()).isFull(stream)
                || transaction.blobs().isNamedBy(stream, name, account.name())
                || transaction.blobs().isNamedInParked(stream, name, account.name());
    }

    private static Optional<Long> mayRead(Transaction transaction, Account account, StreamId stream, String name) {
        return Scope.of(transaction, account.name()).isFull(stream)
                ? transaction.blobs().namedAt(stream, name)
                : Optional.empty();
    }

    private static Optional<BlobWire.State> state(Transaction transaction, StreamId stream, String name) {
        return transaction
                .blobs()
                .find(stream, name)
                .map(blob -> new BlobWire.State(
                        name,
                        blob.bytes(),
                        blob.chunkBytes(),
                        transaction.blobs().chunks(stream, name),
                        blob.complete()));
    }

    private static StreamId stream(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw BadInput.of("member-missing", "stream", Texts.of("central.blob-stream-missing"));
        }
        return StreamId.parse(text);
    }

    private static String name(@Nullable String text) {
        if (text == null || !Ref.isName(text)) {
            throw BadInput.of("blob-not-a-name", "blob", Texts.of("central.blob-not-a-name"));
        }
        return text;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
