package org.alongside.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.Intent;
import org.alongside.record.RecordState;
import org.alongside.record.Sealing;
import org.alongside.record.StreamId;
import org.alongside.store.keys.LaptopKeys;
import org.alongside.store.keys.SealingKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sealed streams on this laptop. Opened keys and words live in memory only, until the lock.
///
/// Which laptops there are is what they announced of themselves, under an account that holds the
/// stream; the service says which account and which laptop an event came from. What that protects
/// from, and what not, is in decision 6.
public final class StoredSealing implements Sealing {
    private static final String RECORD = "record";
    private static final String DEVICE = "device";
    private static final String SEALED = "sealed";

    /// Words are filled up to a multiple of this, so that their length tells little.
    private static final int BLOCK = 256;

    private static final String HERE = "draft";

    private final CaseLog log;
    private final LaptopKeys keys;
    private final LaptopSettings.Enrolled enrolled;
    private final Clock clock;
    private final Ids ids;
    private final Map<String, byte[]> opened = new HashMap<>();

    StoredSealing(CaseLog log, LaptopKeys keys, LaptopSettings.Enrolled enrolled, Clock clock, Ids ids) {
        this.log = log;
        this.keys = keys;
        this.enrolled = enrolled;
        this.clock = clock;
        this.ids = ids;
    }

    /// What a sealed stream says of laptops and keys.
    ///
    /// @param laptops public keys of the laptops that announced themselves, by laptop
    /// @param sealedFor for each key, in the order of the stream, the laptops it is sealed for
    /// @param mine keys as they are sealed for this laptop
    private record Ring(Map<String, byte[]> laptops, Map<String, Set<String>> sealedFor, Map<String, byte[]> mine) {}

    private Ring ring(StreamId stream) {
        List<RecordState> records = log.records(stream);
        var holders = new HashSet<String>();
        for (RecordState record : records) {
            if (record.type().equals(PAIR)) {
                holders.add(record.value(RECORD, "worker").asString(""));
                holders.add(record.value(RECORD, "supervisor").asString(""));
            }
        }
        var laptops = new LinkedHashMap<String, byte[]>();
        Map<String, Set<String>> sealedFor = new LinkedHashMap<>();
        var mine = new LinkedHashMap<String, byte[]>();
        for (RecordState record : records) {
            String device = record.value(RECORD, DEVICE).asString("");
            if (record.type().equals(LAPTOP)) {
                // Under an account that holds the stream, from the very laptop that it names.
                if (holders.contains(record.first().author())
                        && record.first().device().equals(device)) {
                    bytes(record.value(RECORD, "public_key")).ifPresent(key -> laptops.put(device, key));
                }
            } else if (record.type().equals(KEY)) {
                String key = record.value(RECORD, "key").asString("");
                sealedFor.computeIfAbsent(key, each -> new HashSet<>()).add(device);
                if (device.equals(enrolled.device())) {
                    bytes(record.value(RECORD, SEALED)).ifPresent(own -> mine.put(key, own));
                }
            }
        }
        return new Ring(laptops, sealedFor, mine);
    }

    /// What this laptop owes a sealed stream: to announce itself, and to seal keys that it can open for
    /// laptops that have none yet. Called after each fetch.
    ///
    /// @return how many operations were saved
    public int tend() {
        int saved = 0;
        for (StreamId stream : log.streams(StreamId.Kind.SUPERVISION)) {
            Ring ring = ring(stream);
            var intents = new ArrayList<Intent>();
            if (!ring.laptops().containsKey(enrolled.device()) && hasPair(stream)) {
                intents.add(announcement(stream));
            }
            ring.sealedFor()
                    .forEach((key, devices) -> key(stream, key, ring)
                            .ifPresent(clear -> ring.laptops().forEach((device, publicKey) -> {
                                if (!devices.contains(device)) {
                                    wrapped(stream, key, clear, device, publicKey)
                                            .ifPresent(intents::add);
                                }
                            })));
            if (!intents.isEmpty()) {
                saved += log.save(intents).operations().size();
            }
        }
        return saved;
    }

    private boolean hasPair(StreamId stream) {
        return log.records(stream).stream().anyMatch(record -> record.type().equals(PAIR));
    }

    private Intent announcement(StreamId stream) {
        byte[] publicKey = keys.sealing().publicKey();
        byte[] said = (stream + "\n" + enrolled.device() + "\n" + text(publicKey)).getBytes(StandardCharsets.UTF_8);
        ObjectNode value = Json.object()
                .put("announced_at", clock.instant().toString())
                .put(DEVICE, enrolled.device())
                .put("public_key", text(publicKey))
                .put("proof", text(keys.sign(said)));
        return Intent.whole(stream, ids.next(), LAPTOP, value);
    }

    private Optional<Intent> wrapped(StreamId stream, String key, byte[] clear, String device, byte[] publicKey) {
        return SealingKey.wrap(publicKey, clear, place(stream, key, device))
                .map(closed -> Intent.whole(
                        stream,
                        ids.next(),
                        KEY,
                        Json.object()
                                .put("sealed_at", clock.instant().toString())
                                .put("key", key)
                                .put(DEVICE, device)
                                .put(SEALED, text(closed))));
    }

    @Override
    public List<Intent> seal(StreamId stream, SequencedMap<UUID, ObjectNode> words) {
        var intents = new ArrayList<Intent>();
        if (words.isEmpty()) {
            return intents;
        }
        Ring ring = ring(stream);
        String key = null;
        byte[] content = null;
        for (String known : ring.mine().keySet()) {
            byte[] usable = key(stream, known, ring).orElse(null);
            if (usable != null) {
                key = known;
                content = usable;
            }
        }
        if (key == null || content == null) {
            key = ids.next().toString();
            content = SealingKey.newKey();
            begin(stream, key, content, ring, intents);
        }
        for (Map.Entry<UUID, ObjectNode> each : words.entrySet()) {
            byte[] clear = padded((ObjectNode) CleanText.mended(each.getValue(), ""));
            String closed = text(SealingKey.seal(
                    content, clear, place(stream, key, each.getKey().toString())));
            if (closed.length() > Limits.FIELD_BYTES) {
                throw BadInput.of("words-too-long", Texts.of("store.words-too-long", Limits.FIELD_BYTES / 1024));
            }
            intents.add(Intent.whole(
                    stream,
                    each.getKey(),
                    WORDS,
                    Json.object()
                            .put("sealed_at", clock.instant().toString())
                            .put("key", key)
                            .put(SEALED, closed)));
        }
        return List.copyOf(intents);
    }

    /// A new key of the stream, for this laptop and every other that announced itself.
    private void begin(StreamId stream, String key, byte[] content, Ring ring, List<Intent> intents) {
        Map<String, byte[]> laptops = new LinkedHashMap<>(ring.laptops());
        if (!laptops.containsKey(enrolled.device())) {
            intents.add(announcement(stream));
            laptops.put(enrolled.device(), keys.sealing().publicKey());
        }
        laptops.forEach((device, publicKey) ->
                wrapped(stream, key, content, device, publicKey).ifPresent(intents::add));
        remember(stream, key, content);
    }

    @Override
    public Optional<ObjectNode> open(RecordState record) {
        String key = record.value(RECORD, "key").asString("");
        Optional<byte[]> sealed = bytes(record.value(RECORD, SEALED));
        if (!record.type().equals(WORDS) || sealed.isEmpty()) {
            return Optional.empty();
        }
        byte[] content = remembered(record.stream(), key);
        if (content == null) {
            content = key(record.stream(), key, ring(record.stream())).orElse(null);
        }
        return content == null
                ? Optional.empty()
                : SealingKey.open(
                                content,
                                sealed.get(),
                                place(record.stream(), key, record.record().toString()))
                        .flatMap(StoredSealing::read);
    }

    @Override
    public String sealHere(ObjectNode words) {
        return text(keys.sealing().sealHere(padded((ObjectNode) CleanText.mended(words, "")), HERE));
    }

    @Override
    public Optional<ObjectNode> openHere(String sealed) {
        return bytes(Json.MAPPER.valueToTree(sealed))
                .flatMap(each -> keys.sealing().openHere(each, HERE))
                .flatMap(StoredSealing::read);
    }

    private Optional<byte[]> key(StreamId stream, String key, Ring ring) {
        byte[] known = remembered(stream, key);
        if (known != null) {
            return Optional.of(known);
        }
        byte[] sealed = ring.mine().get(key);
        if (sealed == null) {
            return Optional.empty();
        }
        Optional<byte[]> clear = keys.sealing().unwrap(sealed, place(stream, key, enrolled.device()));
        clear.ifPresent(each -> remember(stream, key, each));
        return clear;
    }

    private synchronized byte @Nullable [] remembered(StreamId stream, String key) {
        return opened.get(stream + " " + key);
    }

    private synchronized void remember(StreamId stream, String key, byte[] content) {
        opened.put(stream + " " + key, content);
    }

    /// Overwrites the keys.
    synchronized void close() {
        opened.values().forEach(key -> Arrays.fill(key, (byte) 0));
        opened.clear();
    }

    private static byte[] padded(ObjectNode words) {
        byte[] line = Json.line(words).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(line, (line.length / BLOCK + 1) * BLOCK);
        Arrays.fill(padded, line.length, padded.length, (byte) ' ');
        return padded;
    }

    private static Optional<ObjectNode> read(byte[] clear) {
        try {
            return Json.MAPPER.readTree(clear) instanceof ObjectNode words ? Optional.of(words) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String place(StreamId stream, String key, String what) {
        return stream + "\n" + key + "\n" + what;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Optional<byte[]> bytes(JsonNode text) {
        try {
            return text.isString() ? Optional.of(Base64.getDecoder().decode(text.stringValue())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
