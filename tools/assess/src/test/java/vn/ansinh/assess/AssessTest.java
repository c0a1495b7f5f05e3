package vn.ansinh.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.law.hanoi.HaNoiLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.FactKind;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.hungdao.HungDao;

/** The command as an officer's spreadsheet or another program would use it. DỮ LIỆU GIẢ LẬP. */
class AssessTest {

    @TempDir static Path laws;
    @TempDir Path folder;

    @BeforeAll
    static void layOut() throws Exception {
        for (Class<?> member : List.of(VietnamLaw.class, HaNoiLaw.class, HungDao.class)) {
            pack(member, laws.resolve(member.getSimpleName() + ".jar"));
        }
    }

    /** The module's classes as a jar, also before the module is packed. */
    private static void pack(Class<?> member, Path jar) throws Exception {
        Path place = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (!Files.isDirectory(place)) {
            Files.copy(place, jar);
            return;
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        for (String line : Files.readAllLines(place.getParent().getParent().resolve("bnd.bnd"))) {
            if (line.startsWith("Ansinh-Bundle:")) {
                manifest.getMainAttributes().putValue("Ansinh-Bundle", line.substring(14).strip());
            }
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = place.relativize(file).toString();
                if (!name.equals("META-INF/MANIFEST.MF")) {
                    out.putNextEntry(new JarEntry(name));
                    out.write(Files.readAllBytes(file));
                }
            }
        }
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static final String ONE =
            """
            {"cases": [{"id": "ba-lan", "month": "2026-03", "known_on": "2026-03-31",
              "birth": "1940", "sex": "FEMALE",
              "facts": [
                {"kind": "poverty.national", "value": "POOR", "from": "2025-12-20"},
                {"kind": "supporter", "value": "NOBODY", "from": "2020-01-01"},
                {"kind": "pension.dong", "value": "0"},
                {"kind": "socialPension.requested", "value": "YES", "from": "2025-07-01"}]}]}
            """;

    @Test
    void givesAmountAndReasons() throws Exception {
        Path out = folder.resolve("out.json");
        assertThat(Assess.run(laws, "hung-dao", write("in.json", ONE), out)).isEqualTo(1);
        JsonNode answer = new ObjectMapper().readTree(out.toFile()).at("/cases/0");
        assertThat(answer.at("/reasons/dues/0/groundCode").textValue()).isEqualTo("5.5.a");
        // Hà Nội 650.000 × 2,0 (NQ 12/2025); typed from the text, not from the engine.
        assertThat(answer.at("/reasons/dues/0/amountDong").longValue()).isEqualTo(1_300_000L);
        assertThat(answer.findValuesAsText("clause")).anyMatch(text -> text.contains("Điều 5"));
    }

    @Test
    void csvAndJsonAnswerAlike() throws Exception {
        Path json = folder.resolve("a.json");
        Path csv = folder.resolve("a.csv");
        Assess.run(laws, "hung-dao", write("in.json", ONE), json);
        Assess.run(
                laws,
                "hung-dao",
                write(
                        "in.csv",
                        "# DỮ LIỆU GIẢ LẬP\nid,month,known_on,birth,sex,death,facts\n"
                                + "ba-lan,2026-03,2026-03-31,1940,FEMALE,,"
                                + "poverty.national=POOR@2025-12-20;supporter=NOBODY@2020-01-01;"
                                + "pension.dong=0;socialPension.requested=YES@2025-07-01\n"),
                csv);
        String amount =
                new ObjectMapper()
                        .readTree(json.toFile())
                        .at("/cases/0/reasons/dues/0/amountDong")
                        .asText();
        assertThat(Files.readAllLines(csv))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("ba-lan,2026-03,2026-03-31,MONTHLY,5.5.a,200," + amount);
    }

    @Test
    void namesEveryFaultAndWritesNothing() throws Exception {
        Path in =
                write(
                        "bad.json",
                        """
                        {"cases": [
                          {"id": "a", "month": "2026-13", "known_on": "2026-02-30", "birth": "195",
                           "sex": "X", "tuoi": "80", "facts": [
                             {"kind": "khong.co", "value": "1"},
                             {"kind": "poverty.national", "value": "NGHEO"},
                             {"kind": "living", "value": "COMMUNITY", "from": "2026-02-01",
                              "to": "2026-01-01"}]},
                          {"id": "b", "month": "2026-03", "known_on": "2026-03-31", "birth": "1950",
                           "death": "1949-12-31", "facts": [
                             {"kind": "supporter", "value": "NOBODY", "from": "2020-01-01"},
                             {"kind": "supporter", "value": "ABLE", "from": "2020-01-01"}]}]}
                        """);
        Path out = folder.resolve("out.json");
        assertThatThrownBy(() -> Assess.run(laws, "hung-dao", in, out))
                .hasMessageContaining("bad.json có 10 lỗi")
                .hasMessageContaining("cases[1].month: «2026-13»")
                .hasMessageContaining("cases[1].known_on: «2026-02-30»")
                .hasMessageContaining("cases[1].birth: «195»")
                .hasMessageContaining("cases[1].sex")
                .hasMessageContaining("cases[1].tuoi: không có trường này")
                .hasMessageContaining("cases[1].facts[1].kind: không có loại căn cứ «khong.co»")
                .hasMessageContaining("cases[1].facts[2].value")
                .hasMessageContaining("cases[1].facts[3].to")
                .hasMessageContaining("cases[2].death: ngày mất trước ngày sinh")
                .hasMessageContaining("cases[2].facts[2].value: mâu thuẫn");
        assertThat(out).doesNotExist();
    }

    @Test
    void anUnknownLocalityNamesThoseThereAre() throws Exception {
        Path in = write("in.json", ONE);
        assertThatThrownBy(() -> Assess.run(laws, "khong-co", in, folder.resolve("o.json")))
                .hasMessageContaining("khong-co")
                .hasMessageContaining("hung-dao");
    }

    /**
     * docs/reference/assess.md has a line for every fact kind; each is taken as it stands there.
     */
    @Test
    void everyExampleOfTheDocumentIsTaken() throws Exception {
        String document = Files.readString(Path.of("../../docs/reference/assess.md"));
        List<String> examples = new ArrayList<>();
        for (FactKind kind : FactKinds.all()) {
            String start = "\n" + kind.kind() + "=";
            int at = document.indexOf(start);
            assertThat(at).as("an example of " + kind.kind()).isPositive();
            examples.add(document.substring(at + 1, document.indexOf('\n', at + 1)).strip());
        }
        Path in =
                write(
                        "examples.csv",
                        "id,month,known_on,birth,sex,death,facts\ne,2026-03,2026-03-31,1990,MALE,,\""
                                + String.join(";", examples)
                                + "\"\n");
        Path out = folder.resolve("examples-out.csv");
        Assess.run(laws, "hung-dao", in, out);
        assertThat(Files.readString(out, StandardCharsets.UTF_8)).startsWith("id,month,known_on");
    }
}
