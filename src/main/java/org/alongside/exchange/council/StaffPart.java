package org.alongside.exchange.council;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.access.Staff;
import org.alongside.kernel.Json;
import org.alongside.kernel.TypedText;
import org.alongside.record.StreamId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The council itself and everybody who works for it.
final class StaffPart {
    private final JsonNode file;
    private final Gathered gathered;
    private final Companion companion;
    private final Map<String, Account> accounts = new HashMap<>();

    StaffPart(JsonNode file, Gathered gathered, Companion companion) {
        this.file = file;
        this.gathered = gathered;
        this.companion = companion;
        Map<String, String> supervisors = supervisors();
        for (JsonNode member : file.path("staff")) {
            String name = member.path("id").stringValue();
            String team = Gathered.text(member.path("team"));
            accounts.put(
                    name,
                    new Account(
                            name,
                            TypedText.mended(member.path("name").stringValue()),
                            Role.find(member.path("role").stringValue()).orElseThrow(),
                            team == null ? companion.team(name) : team,
                            supervisors.get(name)));
        }
    }

    private Map<String, String> supervisors() {
        var supervisors = new HashMap<String, String>();
        for (JsonNode member : file.path("staff")) {
            member.path("supervises")
                    .forEach(worker -> supervisors.put(
                            worker.stringValue(), member.path("id").stringValue()));
        }
        return supervisors;
    }

    Optional<Account> find(JsonNode id) {
        return id.isString() ? Optional.ofNullable(accounts.get(id.stringValue())) : Optional.empty();
    }

    List<Account> all() {
        var all = new ArrayList<Account>();
        file.path("staff")
                .forEach(member -> all.add(accounts.get(member.path("id").stringValue())));
        return all;
    }

    /// The file's own settings of the council; what a demonstration adds stands where the file has none.
    Staff.Council council(String name) {
        JsonNode meta = file.path("meta");
        return new Staff.Council(
                name,
                given(meta, "duty_name"),
                given(meta, "duty_phone"),
                meta.path("authority_code").stringValue(""));
    }

    private String given(JsonNode meta, String member) {
        String own = Gathered.text(meta.path(member));
        return own == null ? companion.council(member) : own;
    }

    /// The council and its staff as records of `reference/council`.
    void write(Staff.Council council, Dating dating) {
        ObjectNode value = Json.object().put("name", council.name());
        putGiven(value, "authority_code", council.authorityCode());
        putGiven(value, "duty_phone", council.dutyPhone());
        putGiven(value, "duty_name", council.dutyName());
        gathered.group(
                StreamId.council(),
                gathered.id("council"),
                "council",
                "record",
                value,
                BroughtIn.COUNCIL,
                dating.kept(dating.anchor()));
        file.path("staff").forEach(member -> post(member, dating));
        for (Account account : all()) {
            ObjectNode member = Json.object();
            member.put("account", account.name());
            member.put("display", account.display());
            member.put("role", account.role().word());
            putGiven(member, "team", account.team() == null ? "" : account.team());
            putGiven(member, "supervisor", account.supervisor() == null ? "" : account.supervisor());
            putGiven(member, "phone", companion.phone(account.name()));
            member.put("ended", false);
            gathered.group(
                    StreamId.council(),
                    gathered.id("staff", account.name()),
                    "staff_member",
                    "record",
                    member,
                    BroughtIn.COUNCIL,
                    dating.kept(dating.anchor()));
        }
    }

    /// The hours of a post, and since when somebody is in their first year, where the file says so.
    private void post(JsonNode member, Dating dating) {
        ObjectNode post = Json.object();
        if (member.path("fte").isNumber()) {
            post.put("fte", member.path("fte").asString());
        }
        Integer month = Gathered.number(member.path("asye_month"));
        if (month != null) {
            post.put("asye_from_on", dating.anchor().minusMonths(month).toString());
        }
        String account = member.path("id").stringValue();
        if (!post.isEmpty()) {
            gathered.group(
                    StreamId.council(),
                    gathered.id("post", account),
                    "worker_post",
                    "record",
                    post.put("worker", account),
                    BroughtIn.COUNCIL,
                    dating.kept(dating.anchor()));
        }
    }

    private static void putGiven(ObjectNode value, String field, String text) {
        if (!text.isEmpty()) {
            value.put(field, text);
        }
    }

    /// Load from children who are not in the file.
    Map<String, Integer> otherLoad() {
        var load = new HashMap<String, Integer>();
        for (JsonNode member : file.path("staff")) {
            int points = (int) Math.round(member.path("background_points").doubleValue(0));
            if (points > 0) {
                load.put(member.path("id").stringValue(), points);
            }
        }
        return load;
    }

    /// What staff declared, and what the families' own parts say of it. The whole family vanishes, with
    /// everybody in it.
    void declared(List<Family> families) {
        for (JsonNode member : file.path("staff")) {
            for (JsonNode relationship : member.path("declared_relationships")) {
                String person = relationship.path("person").stringValue();
                families.stream()
                        .filter(family -> family.find(person).isPresent())
                        .forEach(family -> hide(
                                member.path("id").stringValue(),
                                family,
                                person,
                                relationship.path("relation").stringValue("")));
            }
        }
        for (Family family : families) {
            for (JsonNode block : family.part("access_blocks")) {
                String account = block.path("staff").stringValue();
                String person = block.path("person").stringValue();
                boolean said = gathered.declared().stream()
                        .anyMatch(one ->
                                one.account().equals(account) && one.person().equals(gathered.person(person)));
                if (!said) {
                    hide(account, family, person, block.path("rule").stringValue(""));
                }
            }
        }
    }

    private void hide(String account, Family family, String person, String relation) {
        Set<StreamId> hidden = new HashSet<>();
        for (Family.Member member : family.members()) {
            hidden.add(StreamId.ofPerson(member.uuid()));
            if (member.child()) {
                hidden.add(StreamId.ofCase(member.uuid()));
            }
        }
        // People met at a visit and never named in the file belong to the family, too.
        gathered.people().stream()
                .filter(link -> hidden.contains(StreamId.ofCase(link.child())))
                .forEach(link -> hidden.add(StreamId.ofPerson(link.person())));
        gathered.declared(
                new CouncilLoad.Declared(account, gathered.person(person), TypedText.mended(relation), hidden));
    }
}
