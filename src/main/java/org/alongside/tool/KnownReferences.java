package org.alongside.tool;

import java.util.UUID;
import org.alongside.access.Staff;
import org.alongside.child.Children;
import org.alongside.record.CaseLog;
import org.alongside.rules.References;

/// What an answer may point at on this laptop.
final class KnownReferences implements References {
    private final Children children;
    private final Staff staff;
    private final CaseLog log;

    KnownReferences(Children children, Staff staff, CaseLog log) {
        this.children = children;
        this.staff = staff;
        this.log = log;
    }

    @Override
    public boolean knowsPerson(String id) {
        return children.findPerson(id).isPresent();
    }

    @Override
    public boolean knowsStaff(String account) {
        return staff.find(account).isPresent();
    }

    @Override
    public boolean knowsRecord(String type, String id) {
        try {
            UUID record = UUID.fromString(id);
            return log.streamsOf(record).stream()
                    .flatMap(stream -> log.find(stream, record).stream())
                    .anyMatch(state -> state.type().equals(type));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
