package org.alongside.sync.wire;

import java.util.List;

/// The calls of attachments (`sync.md` 2.2 and 2.3): declare, bring the chunks, ask which are there,
/// complete, fetch. Every one names the stream: a hash alone reaches nothing.
public final class BlobWire {
    public static final String BLOBS = "/sync/v1/blobs";

    /// The query that names the stream.
    public static final String STREAM = "stream";

    /// On the answer to HEAD: the numbers of the chunks that are there, with commas between.
    public static final String CHUNKS_HEADER = "Blob-Chunks";

    /// On the answer to HEAD: whether the whole has been checked.
    public static final String COMPLETE_HEADER = "Blob-Complete";

    /// On a chunk: SHA-256 of its bytes, in hex.
    public static final String CHUNK_HASH_HEADER = "Chunk-Hash";

    public static final String BYTES = "application/octet-stream";

    private BlobWire() {}

    /// What is to be brought.
    ///
    /// @param blob SHA-256 of the sealed bytes
    /// @param bytes of the whole
    public record Declaration(String stream, String blob, long bytes, int chunkBytes) {}

    /// What the service has of it.
    ///
    /// @param chunks those that are there
    /// @param complete whether the whole is there and was checked: nothing more is to be sent
    public record State(String blob, long bytes, int chunkBytes, List<Integer> chunks, boolean complete) {}

    /// @param stream as in `case/…`; it needs no escaping but of the slash
    public static String path(String blob, String more, String stream) {
        return BLOBS + "/" + blob + more + "?" + STREAM + "=" + stream.replace("/", "%2F");
    }
}
