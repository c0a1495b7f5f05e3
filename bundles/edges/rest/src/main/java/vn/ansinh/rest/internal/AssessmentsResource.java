package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Faults;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.Question;
import vn.ansinh.assessment.api.Questions;
import vn.ansinh.assessment.api.Reasons;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;

/**
 * Given facts under the law of a locality ({@code docs/reference/assess.md}). No record of anybody
 * is read and nothing is stored.
 */
@Path("localities/{code}/assessments")
@Tag(name = "assessments", description = "Xét căn cứ gửi kèm; không đọc hồ sơ, không lưu")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AssessmentsResource {
    /** Each answer tells every ground of the month; more cases are for the command. */
    static final int MOST_CASES = 100;

    private final Localities localities;
    private final ActiveLaw activeLaw;
    private final Engine engine;

    AssessmentsResource(Localities localities, ActiveLaw activeLaw, Engine engine) {
        this.localities = localities;
        this.activeLaw = activeLaw;
        this.engine = engine;
    }

    /** Assesses. */
    @POST
    @Needs(Permission.SEE_LOCALITY)
    @Operation(
            operationId = "assessFacts",
            summary = "Xét các trường hợp gửi kèm theo luật đang hiệu lực của địa phương",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CasesBody.class))))
    public Answers assess(@PathParam("code") String code, Map<String, Object> body) {
        localities.require(code);
        PolicySnapshot law = activeLaw.require(code).snapshot();
        Faults faults = new Faults();
        List<Question> questions = Questions.of(Input.required("body", body), faults);
        if (questions.size() > MOST_CASES) {
            faults.add(0, "cases", "nhiều nhất " + MOST_CASES + " trường hợp mỗi lần gửi");
        }
        List<Fault> all =
                faults.all().stream()
                        .map(fault -> new Fault(fault.row(), fault.field(), fault.sentence()))
                        .toList();
        if (!all.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Có " + all.size() + " lỗi; chưa xét trường hợp nào.",
                    all,
                    null);
        }
        return new Answers(
                code,
                questions.stream()
                        .map(question -> new Answer(question.id(), question.answer(engine, law)))
                        .toList());
    }

    /** What is sent: every value is text. Described only; faults are told field by field. */
    @Schema(name = "GivenCases")
    record CasesBody(List<GivenCase> cases) {}

    /** A case. */
    record GivenCase(
            @Schema(example = "ba-lan") String id,
            @Schema(pattern = "^\\d{4}-\\d{2}$", example = "2026-03") String month,
            @Schema(name = "known_on", example = "2026-03-31") String known_on,
            @Schema(example = "1940") String birth,
            @Schema(allowableValues = {"MALE", "FEMALE", ""}) String sex,
            @Schema(example = "2026-03-02") String death,
            List<GivenFact> facts) {}

    /** A fact. */
    record GivenFact(
            @Schema(example = "poverty.national") String kind,
            @Schema(example = "POOR") String value,
            @Schema(example = "2025-12-20") String from,
            String to,
            String known_since) {}

    /** What is answered, as the command writes it. */
    record Answers(String locality, List<Answer> cases) {}

    /** A case's name and what was found. */
    record Answer(String id, Reasons reasons) {}
}
