package org.alongside.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.record.RecordTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AnswerCheckTest {
    private static final JsonNode FIELDS = Json.MAPPER.readTree("""
        [{"field":"id","type":"uuid"},
         {"field":"kind","type":"enum","values":["call","plan"],"required":true},
         {"field":"place","type":"enum+text","values":["home","other"]},
         {"field":"ways","type":"enum[]","values":["speech","play"]},
         {"field":"rooms","type":"enum[]"},
         {"field":"agreed","type":"bool"},
         {"field":"minutes","type":"int 0..240","required":"kind == 'call'"},
         {"field":"x","type":"share"},
         {"field":"on","type":"date"},
         {"field":"at","type":"datetime"},
         {"field":"text","type":"text<=40w"},
         {"field":"who","type":"person"},
         {"field":"there","type":"person[]"},
         {"field":"worker","type":"staff"},
         {"field":"next","type":"shape","required":"agreed"},
         {"field":"lines","type":"shape"},
         {"field":"made_at","type":"datetime","auto":true}]
        """);
    private static final JsonNode SHAPES = Json.MAPPER.readTree("""
        {"next":{"fields":[{"field":"date","type":"date","required":true},
                           {"field":"plan","type":"text","required":"kind == 'plan'"}]},
         "lines":{"list":true,"fields":[{"field":"text","type":"text","required":true}]}}
        """);
    private static final Definition DEFINITION = Definition.of(FieldDefinition.read(FIELDS, SHAPES), Vocabulary.of());
    private static final References REFERENCES = new References() {
        @Override
        public boolean knowsPerson(String id) {
            return id.equals("p_known");
        }

        @Override
        public boolean knowsStaff(String account) {
            return account.equals("w_known");
        }

        @Override
        public boolean knowsRecord(String type, String id) {
            return type.equals("home") && id.equals("h_known");
        }
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        {'nothing':1}                        | nothing       | field-unknown
        {'made_at':'2026-11-18T10:30'}       | made_at       | field-automatic
        {'id':'S1V1'}                        | id            | id-expected
        {'kind':'visit'}                     | kind          | value-not-allowed
        {'kind':7}                           | kind          | text-expected
        {'kind':{'value':'call'}}            | kind          | text-expected
        {'place':{'value':'moon'}}           | place         | value-not-allowed
        {'place':{'value':'home','why':'x'}} | place.why     | field-unknown
        {'ways':['speech','song']}           | ways[1]       | value-not-allowed
        {'ways':'speech'}                    | ways          | list-expected
        {'ways':['']}                        | ways[0]       | item-empty
        {'agreed':'yes'}                     | agreed        | yes-or-no-expected
        {'minutes':241}                      | minutes       | number-out-of-range
        {'minutes':-1}                       | minutes       | number-out-of-range
        {'minutes':99999999999999999999}     | minutes       | number-out-of-range
        {'minutes':1.5}                      | minutes       | whole-number-expected
        {'minutes':'15'}                     | minutes       | whole-number-expected
        {'x':1.01}                           | x             | share-expected
        {'on':'2026-02-31'}                  | on            | date-not-real
        {'on':'2026-13-01'}                  | on            | date-not-real
        {'on':'2026-2-3'}                    | on            | date-not-understood
        {'on':'3 February'}                  | on            | date-not-understood
        {'on':'26-02-03'}                    | on            | year-not-four-digits
        {'on':'0226-02-03'}                  | on            | year-not-likely
        {'on':'20266-02-03'}                 | on            | year-not-likely
        {'at':'2026-02-31T10:30'}            | at            | date-not-real
        {'at':'2026-02-03T25:30'}            | at            | time-not-real
        {'at':'2026-02-03'}                  | at            | moment-not-understood
        {'at':'2026-02-03T1030'}             | at            | moment-not-understood
        {'text':['a']}                       | text          | text-expected
        {'text':'a\\u0000b'}                 | text          | text-character-refused
        {'who':'p_nobody'}                   | who           | person-unknown
        {'who':{'person':'p_nobody'}}        | who           | person-unknown
        {'who':{'relation':'aunt'}}          | who           | person-without-name
        {'who':{'name':'Jay','born':'?'}}    | who.born      | field-unknown
        {'who':{'person':'p_known','a':1}}   | who.a         | field-unknown
        {'there':['p_known','p_nobody']}     | there[1]      | person-unknown
        {'worker':'w_nobody'}                | worker        | staff-unknown
        {'next':'2026-02-03'}                | next          | object-expected
        {'next':{'day':'2026-02-03'}}        | next.day      | field-unknown
        {'next':{'date':'2026-02-31'}}       | next.date     | date-not-real
        {'lines':[{'text':'a','b':1}]}       | lines[0].b    | field-unknown
        """)
    void whatCannotBeStoredIsNamedByPath(String answers, String field, String code) {
        assertThat(check(answers).wrong())
                .extracting(Problem::field, Problem::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple(field, code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        {'id':'01993c2e-7f00-7000-8000-000000000001'}
        {'place':'home'}
        {'place':{'value':'other','text':'the allotment'}}
        {'ways':[]}
        {'ways':['play','speech']}
        {'rooms':['kitchen','loft']}
        {'agreed':false}
        {'minutes':0}
        {'minutes':240}
        {'x':0}
        {'x':1}
        {'on':'2028-02-29'}
        {'at':'2026-11-18T10:30'}
        {'at':'2026-11-18T10:30:00Z'}
        {'at':'2026-11-18T10:30:15.250+01:00'}
        {'text':null}
        {'text':'   '}
        {'who':'p_known'}
        {'who':{'person':'p_known'}}
        {'who':{'name':'called Jay','relation':'not known'}}
        {'worker':'w_known'}
        {'next':{}}
        {'next':{'date':'2026-11-20'}}
        """)
    void everyWayOfAnsweringThatTheFilesAllowIsTaken(String answers) {
        assertThat(check(answers).wrong()).isEmpty();
    }

    @Test
    void aDayThatDoesNotExistIsNamedInWords() {
        assertThat(check("{'on':'2026-02-31'}").wrong().getFirst().message()).isEqualTo("31 February does not exist.");
        assertThat(check("{'on':'2026-02-29'}").wrong().getFirst().message())
                .isEqualTo("29 February 2026 does not exist.");
        assertThat(check("{'on':'2026-13-01'}").wrong().getFirst().message()).isEqualTo("There is no month 13.");
        assertThat(check("{'on':'0226-02-03'}").wrong().getFirst().message())
                .isEqualTo("The year must be between 1900 and 2199, and you wrote 0226.");
        assertThat(check("{'at':'2026-02-03T25:30'}").wrong().getFirst().message())
                .isEqualTo("25:30 is not a time of day.");
    }

    @Test
    void anAnswerIsMissedOnlyWhenItsConditionHolds() {
        assertThat(missing("{'kind':'call'}")).containsExactly("minutes");
        assertThat(missing("{'kind':'call','minutes':0}")).isEmpty();
        assertThat(missing("{'kind':'plan'}")).isEmpty();
        assertThat(missing("{}")).containsExactly("kind");
        assertThat(missing("{'kind':'  '}")).containsExactly("kind");
    }

    @Test
    void insideAnAnswerOfPartsConditionsSeeTheFieldsAroundIt() {
        assertThat(missing("{'kind':'plan','agreed':true}")).containsExactly("next");
        assertThat(missing("{'kind':'plan','agreed':true,'next':{'date':'2026-11-20'}}"))
                .containsExactly("next.plan");
        assertThat(missing("{'kind':'call','minutes':1,'agreed':true,'next':{'date':'2026-11-20'}}"))
                .isEmpty();
    }

    @Test
    void aPartlyFilledAnswerMissesItsOwnParts() {
        assertThat(missing("{'kind':'plan','next':{'plan':'at school'}}")).containsExactly("next.date");
        assertThat(missing("{'kind':'plan','lines':[{'text':'a'},{'text':''}]}"))
                .isEmpty();
        assertThat(check("{'lines':[{'text':'a'},{'text':''}]}").wrong())
                .extracting(Problem::field)
                .containsExactly("lines[1]");
    }

    @Test
    void aTextOverTheLimitOfAFieldIsRefusedBeforeAnythingIsSaved() {
        String longest = "a".repeat(Limits.FIELD_BYTES);
        assertThat(check("{'text':'" + longest + "'}").wrong()).isEmpty();
        assertThat(check("{'text':'" + longest + "a'}").wrong())
                .extracting(Problem::code)
                .containsExactly("text-too-long");
    }

    @Test
    void whatIsNoObjectIsRefused() {
        assertThat(new AnswerCheck(REFERENCES)
                        .check(DEFINITION, Json.array(), Inputs.none(Vocabulary.of()))
                        .wrong())
                .extracting(Problem::code)
                .containsExactly("object-expected");
    }

    @Test
    void theFieldsOfARecordTypeAreCheckedAlike() {
        Definition contact = Definition.of(RecordTypes.shipped().get("contact"));
        JsonNode answers = Json.MAPPER.readTree("""
            {"received_at":"2026-11-18T09:00","source":"9Z","kind":"police_notification","told_us":"What was said"}
            """);
        AnswerCheck.Result result = new AnswerCheck(REFERENCES).check(contact, answers, Inputs.none(Vocabulary.of()));
        assertThat(result.wrong())
                .extracting(Problem::field, Problem::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple("source", "code-unknown"));
        assertThat(result.missing()).extracting(Problem::field).containsExactly("police_grade");
    }

    @Test
    void aRecordIsFoundOnlyAmongThoseOfItsType() {
        Definition notice = Definition.of(RecordTypes.shipped().get("notice_sent"));
        List<Problem> wrong = new AnswerCheck(REFERENCES)
                .check(notice, Json.MAPPER.readTree("{\"home\":\"h_other\"}"), Inputs.none(Vocabulary.of()))
                .wrong();
        assertThat(wrong).extracting(Problem::code).containsExactly("record-unknown");
    }

    private static List<String> missing(String answers) {
        return check(answers).missing().stream()
                .map(problem -> String.valueOf(problem.field()))
                .toList();
    }

    private static AnswerCheck.Result check(String answers) {
        JsonNode tree = Json.MAPPER.readTree(answers.replace('\'', '"'));
        return new AnswerCheck(REFERENCES).check(DEFINITION, tree, Inputs.none(Vocabulary.of()));
    }
}
