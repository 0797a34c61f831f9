package org.alongside.access.store;

import static org.alongside.record.store.jooq.Tables.RECORD_ENTRY;
import static org.alongside.record.store.jooq.Tables.RECORD_HEAD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.access.Account;
import org.alongside.access.CouncilNumbers;
import org.alongside.access.Role;
import org.alongside.access.Staff;
import org.alongside.kernel.Json;
import org.alongside.record.StreamId;
import org.alongside.record.store.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The staff directory and the council's settings, from the records `staff_member` and `council` of the
/// stream `reference/council`. Of several about one account the last revision counts.
public final class StoredStaff implements Staff, CouncilNumbers {
    private final Reader reader;

    public StoredStaff(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<Account> all() {
        var accounts = new java.util.TreeMap<String, Account>();
        for (JsonNode value : values("staff_member")) {
            String name = text(value, "account");
            if (name == null) {
                continue;
            }
            String display = text(value, "display");
            accounts.put(
                    name,
                    new Account(
                            name,
                            display == null ? name : display,
                            Role.find(String.valueOf(text(value, "role"))).orElse(Role.SOCIAL_WORKER),
                            text(value, "team"),
                            text(value, "supervisor")));
        }
        return List.copyOf(accounts.values());
    }

    @Override
    public Optional<Account> find(String name) {
        return all().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    @Override
    public Council council() {
        var values = values("council");
        JsonNode value = values.isEmpty() ? Json.object() : values.getLast();
        return new Council(
                orEmpty(text(value, "name")),
                orEmpty(text(value, "duty_name")),
                orEmpty(text(value, "duty_phone")),
                orEmpty(text(value, "authority_code")));
    }

    @Override
    public Map<String, Adopted> adopted() {
        var adopted = new java.util.TreeMap<String, Adopted>();
        for (JsonNode value : values("local_number")) {
            String setting = text(value, "setting");
            if (setting != null && value.path("value").isIntegralNumber()) {
                adopted.put(setting, new Adopted(value.path("value").intValue(), orEmpty(text(value, "unit"))));
            }
        }
        return adopted;
    }

    private List<JsonNode> values(String type) {
        return reader.read(dsl -> {
            List<JsonNode> values = new ArrayList<>();
            dsl.select(RECORD_HEAD.HEAD_VALUE)
                    .from(RECORD_HEAD)
                    .join(RECORD_ENTRY)
                    .on(RECORD_ENTRY.STREAM.eq(RECORD_HEAD.STREAM), RECORD_ENTRY.RECORD.eq(RECORD_HEAD.RECORD))
                    .where(
                            RECORD_ENTRY.STREAM.eq(StreamId.council().toString()),
                            RECORD_ENTRY.TYPE.eq(type),
                            RECORD_ENTRY.STATE.ne("withdrawn"))
                    .orderBy(RECORD_HEAD.REVISION.asc().nullsLast())
                    .forEach(row -> values.add(Json.MAPPER.readTree(row.value1())));
            return values;
        });
    }

    private static @Nullable String text(JsonNode value, String member) {
        JsonNode node = value.path(member);
        return node.isString() ? node.stringValue() : null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
