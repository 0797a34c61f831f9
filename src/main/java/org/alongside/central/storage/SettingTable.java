package org.alongside.central.storage;

import static org.alongside.record.store.jooq.Tables.EXTERNAL_REF;
import static org.alongside.record.store.jooq.Tables.SERVICE_SETTING;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;

/// Settings of the service, and the council's own ids of children and people.
public final class SettingTable {
    /// Names this council's service in every key; made once.
    public static final String TENANT = "tenant";

    /// Names one unbroken life of the history.
    public static final String EPOCH = "epoch";

    private final DSLContext sql;
    private final String tenant;

    SettingTable(DSLContext sql, String tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    public Optional<String> find(String name) {
        return sql.select(SERVICE_SETTING.CONTENT)
                .from(SERVICE_SETTING)
                .where(SERVICE_SETTING.NAME.eq(name))
                .fetchOptional(SERVICE_SETTING.CONTENT);
    }

    public void put(String name, String content) {
        int changed = sql.update(SERVICE_SETTING)
                .set(SERVICE_SETTING.CONTENT, content)
                .where(SERVICE_SETTING.NAME.eq(name))
                .execute();
        if (changed == 0) {
            insert(name, content);
        }
    }

    /// What is set, or the given content when nothing was.
    public String findOrPut(String name, String content) {
        return find(name).orElseGet(() -> {
            insert(name, content);
            return find(name).orElse(content);
        });
    }

    private void insert(String name, String content) {
        sql.insertInto(SERVICE_SETTING)
                .set(SERVICE_SETTING.NAME, name)
                .set(SERVICE_SETTING.CONTENT, content)
                .onConflictDoNothing()
                .execute();
    }

    /// @param kind whose id it is, such as `child` or `person`
    public Optional<UUID> idOf(String kind, String externalId) {
        return sql.select(EXTERNAL_REF.ID)
                .from(EXTERNAL_REF)
                .where(
                        EXTERNAL_REF.TENANT.eq(tenant),
                        EXTERNAL_REF.KIND.eq(kind),
                        EXTERNAL_REF.EXTERNAL_ID.eq(externalId))
                .fetchOptional(EXTERNAL_REF.ID);
    }

    /// Every external id of a kind.
    public Map<String, UUID> idsOf(String kind) {
        var ids = new TreeMap<String, UUID>();
        sql.select(EXTERNAL_REF.EXTERNAL_ID, EXTERNAL_REF.ID)
                .from(EXTERNAL_REF)
                .where(EXTERNAL_REF.TENANT.eq(tenant), EXTERNAL_REF.KIND.eq(kind))
                .forEach(row -> ids.put(row.value1(), row.value2()));
        return ids;
    }

    public void refer(String kind, String externalId, UUID id) {
        sql.insertInto(EXTERNAL_REF)
                .set(EXTERNAL_REF.TENANT, tenant)
                .set(EXTERNAL_REF.KIND, kind)
                .set(EXTERNAL_REF.EXTERNAL_ID, externalId)
                .set(EXTERNAL_REF.ID, id)
                .onConflictDoNothing()
                .execute();
    }
}
