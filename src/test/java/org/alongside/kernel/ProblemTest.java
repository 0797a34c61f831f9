package org.alongside.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aPathGrowsOutwards() {
        var problem = Problem.at("date", "date-not-real", "31 February does not exist.");

        assertThat(problem.under("next_visit").under("children[1]").field()).isEqualTo("children[1].next_visit.date");
        assertThat(Problem.at("[2]", "a", "b").under("people").field()).isEqualTo("people[2]");
        assertThat(Problem.of("a", "b").under("visit").field()).isEqualTo("visit");
    }

    @Test
    void itsJsonHasTheFourMembersOfTheContract() {
        assertThat(Json.line(Problem.at("at", "date-not-real", "No.").inLine(12)))
                .isEqualTo("{\"code\":\"date-not-real\",\"field\":\"at\",\"message\":\"No.\",\"line\":12}");
        assertThat(Json.line(Problem.of("a", "b")))
                .isEqualTo("{\"code\":\"a\",\"field\":null,\"message\":\"b\",\"line\":null}");
    }

    @Test
    void anExceptionsMessageHoldsCodesOnly() {
        var refused = new BadInput(List.of(
                Problem.at("name", "name-too-long", "typed words"),
                Problem.at("note", "name-too-long", "typed words"),
                Problem.of("other", "typed words")));

        assertThat(refused.getMessage()).isEqualTo("[name-too-long, other]");
        assertThat(refused.toString()).doesNotContain("typed words");
        assertThat(refused.problems()).hasSize(3);
    }

    @Test
    void badInputWithoutAProblemIsAFault() {
        assertThatThrownBy(() -> new BadInput(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCannotBeReachedIsAProblemToo() {
        assertThat(new Unreachable("service-not-there", "Check the network.").problem())
                .isEqualTo(Problem.of("service-not-there", "Check the network."));
    }
}
