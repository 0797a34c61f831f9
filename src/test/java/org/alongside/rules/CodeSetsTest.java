package org.alongside.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alongside.record.RecordTypes;
import org.junit.jupiter.api.Test;

class CodeSetsTest {
    private final CodeSets sets = CodeSets.shipped();

    @Test
    void aCodeHasItsLabel() {
        assertThat(sets.label("ethnicity", "WBRI")).contains("White British");
        assertThat(sets.label("ethnicity", "ZZZZ")).isEmpty();
    }

    @Test
    void aLabelMayHaveCommas() {
        assertThat(sets.label("referral-source", "1A")).contains("Individual: family member, relative or carer");
    }

    @Test
    void quotationMarksInsideALabelAreKept() {
        assertThat(CodeSets.read("set,code,label,used_in\ns,1,\"a \"\"b\"\", c\",x\n")
                        .label("s", "1"))
                .contains("a \"b\", c");
    }

    @Test
    void aCodeThatStandsTwiceIsAFaultOfTheFile() {
        assertThatThrownBy(() -> CodeSets.read("set,code,label,used_in\ns,1,a,x\ns,1,b,x\n"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyCodeSetThatARecordTypeNamesIsThere() {
        assertThat(RecordTypes.shipped().all().stream()
                        .flatMap(type -> type.fields().stream())
                        .filter(field -> field.codeSet() != null)
                        .map(field -> field.codeSet()))
                .isNotEmpty()
                .isSubsetOf(sets.ids());
    }
}
