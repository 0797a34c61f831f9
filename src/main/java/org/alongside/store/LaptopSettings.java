package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.LAPTOP_SETTING;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.alongside.kernel.Json;
import org.alongside.store.db.LaptopDatabase;
import org.jooq.DSLContext;
import tools.jackson.databind.node.ObjectNode;

/// What the laptop knows about itself and the service it belongs to.
public final class LaptopSettings {
    private static final String ENROLLED = "enrolled";
    private static final String EPOCH = "epoch";
    private static final String LAST_CONTACT = "last_contact";
    private static final String LAST_SYNC = "last_sync";
    private static final String DEVICE_SEQ = "device_seq";
    private static final String USER_REV = "user_rev";
    private static final String FOLLOWED = "followed";

    private final LaptopDatabase database;

    /// What was settled when the laptop was enrolled.
    ///
    /// @param account the worker's account
    /// @param serviceUrl without a slash at its end
    /// @param caPem the authority that the service's certificate must come from
    /// @param leaseDays how long cases may be read without contact
    /// @param demonstration whether its service holds invented data
    public record Enrolled(
            String account,
            String display,
            String role,
            String device,
            String serviceUrl,
            String caPem,
            String tenant,
            String council,
            int leaseDays,
            boolean demonstration) {}

    LaptopSettings(LaptopDatabase database) {
        this.database = database;
    }

    public Enrolled enrolled() {
        return database.read(LaptopSettings::enrolled);
    }

    static Enrolled enrolled(DSLContext dsl) {
        return get(dsl, ENROLLED)
                .map(LaptopSettings::read)
                .orElseThrow(() -> new IllegalStateException("a home without its enrolment"));
    }

    private static Enrolled read(String text) {
        ObjectNode kept = Json.parseObject(text, ENROLLED);
        // Not kept by the first versions: what they enrolled with is taken for a council's own.
        if (!kept.has("demonstration")) {
            kept.put("demonstration", false);
        }
        return Json.MAPPER.treeToValue(kept, Enrolled.class);
    }

    static void enrol(DSLContext dsl, Enrolled enrolled, String epoch, Instant at) {
        set(dsl, ENROLLED, Json.line(enrolled));
        set(dsl, EPOCH, epoch);
        set(dsl, LAST_CONTACT, at.toString());
        set(dsl, DEVICE_SEQ, "0");
        set(dsl, USER_REV, "0");
    }

    /// The epoch that the service last named.
    public String epoch() {
        return database.read(dsl -> get(dsl, EPOCH).orElse(""));
    }

    /// When the service was last spoken with.
    public Optional<Instant> lastContact() {
        return database.read(dsl -> get(dsl, LAST_CONTACT).map(Instant::parse));
    }

    /// When everything was last fetched and sent.
    public Optional<Instant> lastSync() {
        return database.read(dsl -> get(dsl, LAST_SYNC).map(Instant::parse));
    }

    /// Until when cases may be read without contact.
    public Optional<Instant> leaseEnds() {
        return lastContact()
                .map(contact -> contact.plus(Duration.ofDays(enrolled().leaseDays())));
    }

    /// A setting of the window, such as its theme or size.
    public Optional<String> find(String name) {
        return database.read(dsl -> get(dsl, "window." + name));
    }

    public void keep(String name, String content) {
        database.write(dsl -> {
            set(dsl, "window." + name, content);
            return true;
        });
    }

    /// The tables that follow the log, as this laptop last filled them; empty before the first time.
    String followed() {
        return database.read(dsl -> get(dsl, FOLLOWED)).orElse("");
    }

    void followed(String tables) {
        database.write(dsl -> {
            set(dsl, FOLLOWED, tables);
            return true;
        });
    }

    public static void epoch(DSLContext dsl, String epoch) {
        set(dsl, EPOCH, epoch);
    }

    public static void contact(DSLContext dsl, Instant at) {
        set(dsl, LAST_CONTACT, at.toString());
    }

    public static void synced(DSLContext dsl, Instant at) {
        set(dsl, LAST_SYNC, at.toString());
    }

    /// The place in the worker's own user stream.
    public static long userRev(DSLContext dsl) {
        return Long.parseLong(get(dsl, USER_REV).orElse("0"));
    }

    public static void userRev(DSLContext dsl, long rev) {
        set(dsl, USER_REV, Long.toString(rev));
    }

    /// The next number of the device; taken back with the transaction when that fails.
    static long nextDeviceSeq(DSLContext dsl) {
        long next = Long.parseLong(get(dsl, DEVICE_SEQ).orElse("0")) + 1;
        set(dsl, DEVICE_SEQ, Long.toString(next));
        return next;
    }

    private static Optional<String> get(DSLContext dsl, String name) {
        return dsl.select(LAPTOP_SETTING.CONTENT)
                .from(LAPTOP_SETTING)
                .where(LAPTOP_SETTING.NAME.eq(name))
                .fetchOptional(LAPTOP_SETTING.CONTENT);
    }

    private static void set(DSLContext dsl, String name, String content) {
        int updated = dsl.update(LAPTOP_SETTING)
                .set(LAPTOP_SETTING.CONTENT, content)
                .where(LAPTOP_SETTING.NAME.eq(name))
                .execute();
        if (updated == 0) {
            dsl.insertInto(LAPTOP_SETTING)
                    .set(LAPTOP_SETTING.NAME, name)
                    .set(LAPTOP_SETTING.CONTENT, content)
                    .execute();
        }
    }
}
