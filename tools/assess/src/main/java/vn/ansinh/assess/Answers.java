package vn.ansinh.assess;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.ansinh.assessment.api.Reasons;

/** Writes what was assessed: JSON with every reason, or CSV with a line per amount. */
final class Answers {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(
                            new SimpleModule()
                                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                                    .addSerializer(YearMonth.class, ToStringSerializer.instance))
                    .enable(SerializationFeature.INDENT_OUTPUT);

    private Answers() {}

    /** A case's name and what was found. */
    record Answer(String id, Reasons reasons) {}

    static void write(Path file, String locality, List<Answer> answers) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            if (Assess.isCsv(file)) {
                csv(out, answers);
            } else {
                JSON.writeValue(out, Map.of("locality", locality, "cases", answers));
            }
        }
    }

    private static void csv(Writer out, List<Answer> answers) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader(
                                "id",
                                "month",
                                "known_on",
                                "component",
                                "ground",
                                "coefficient_hundredths",
                                "amount_dong",
                                "warnings")
                        .setRecordSeparator('\n')
                        .get();
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            for (Answer answer : answers) {
                Reasons reasons = answer.reasons();
                String warnings = String.join("; ", reasons.warnings());
                if (reasons.dues().isEmpty()) {
                    printer.printRecord(
                            answer.id(),
                            reasons.month(),
                            reasons.knownOn(),
                            "",
                            "",
                            0,
                            0,
                            warnings);
                }
                for (Reasons.DueView due : reasons.dues()) {
                    printer.printRecord(
                            answer.id(),
                            reasons.month(),
                            reasons.knownOn(),
                            due.component(),
                            due.groundCode(),
                            due.coefficientHundredths(),
                            due.amountDong(),
                            warnings);
                }
            }
        }
    }
}
