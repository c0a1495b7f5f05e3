package vn.ansinh.locality.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bundle's class may do, compiled for real. DỮ LIỆU GIẢ LẬP. */
class ByteCodeTest {

    @TempDir Path module;

    @Test
    void whatComputesPasses() throws Exception {
        assertThat(
                        findings(
                                """
                                package t;
                                import java.math.BigDecimal;
                                import java.time.*;
                                import java.util.*;
                                import java.util.stream.*;
                                public class Sample {
                                    enum Kind { ONE, TWO }
                                    record Pair(Kind kind, List<String> names) {}
                                    static final Map<String, Long> RATES = Map.of("a", 500_000L);
                                    long amount(String key, YearMonth month, LocalDate known) {
                                        Object it = new Pair(Kind.valueOf("ONE"), List.of(key));
                                        String text = switch (Kind.values()[0]) {
                                            case ONE -> "%s %s".formatted(key, month);
                                            case TWO -> it + key;
                                        };
                                        assert !text.isEmpty() : text;
                                        return Stream.of(text, key)
                                                .filter(one -> !one.isBlank())
                                                .sorted(Comparator.comparing(String::length))
                                                .mapToLong(one -> RATES.getOrDefault(one, 0L))
                                                .sum()
                                            + new BigDecimal("1.5").longValue()
                                            + known.getYear();
                                    }
                                }
                                """))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new Thread(() -> {}).start();|java.lang.Thread",
                "java.util.concurrent.Executors.newCachedThreadPool();|java.util.concurrent.Exec",
                "java.util.List.of(1).parallelStream().count();|java.util.List.parallelStream",
                "new java.io.File(\"a\").delete();|java.io.File",
                "java.nio.file.Path.of(\"a\");|java.nio.file.Path",
                "java.net.URI.create(\"http://a\");|java.net.URI",
                "Class.forName(\"a\");|java.lang.Class.forName",
                "Sample.class.getDeclaredMethods();|java.lang.Class.getDeclaredMethods",
                "java.lang.reflect.Array.newInstance(int.class, 1);|java.lang.reflect.Array",
                "java.lang.invoke.MethodHandles.lookup();|MethodHandles.lookup",
                "System.exit(0);|java.lang.System.exit",
                "System.getenv();|java.lang.System.getenv",
                "System.out.println();|java.lang.System.out",
                "System.currentTimeMillis();|java.lang.System.currentTimeMillis",
                "Runtime.getRuntime().halt(1);|java.lang.Runtime",
                "java.time.LocalDate.now();|java.time.LocalDate.now",
                "new java.util.Date();|java.util.Date",
                "java.util.function.Supplier<Object> s = java.time.Instant::now;|Instant.now",
                "Math.random();|java.lang.Math.random",
                "java.util.UUID.randomUUID();|java.util.UUID.randomUUID",
                "javax.xml.parsers.SAXParserFactory.newInstance();|javax.xml.parsers",
                "java.util.Locale.setDefault(java.util.Locale.ROOT);|Locale.setDefault",
            })
    void whatReachesOutIsRefused(String body, String named) throws Exception {
        assertThat(
                        findings(
                                "package t; public class Sample { void run() throws Exception { "
                                        + body
                                        + " } }"))
                .anySatisfy(
                        finding -> {
                            assertThat(finding.kind()).isEqualTo(Finding.Kind.BYTE_CODE);
                            assertThat(finding.where()).isEqualTo("t.Sample");
                            assertThat(finding.message()).contains(named);
                        });
    }

    @Test
    void whatRemembersOrIsNativeIsRefused() throws Exception {
        assertThat(
                        findings(
                                """
                                package t;
                                public class Sample {
                                    static long last;
                                    native void run();
                                }
                                """))
                .extracting(Finding::message)
                .containsExactly("phương thức native «run»", "trường static «last» phải là final");
    }

    private List<Finding> findings(String source) throws IOException {
        Path classes = Files.createDirectories(module.resolve("target/classes"));
        Files.writeString(module.resolve("bnd.bnd"), "");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-d", classes.toString(), "--release", "17", "-proc:none", "-nowarn");
        assertThat(
                        compiler.getTask(
                                        said,
                                        null,
                                        null,
                                        options,
                                        null,
                                        List.of(new Source(source)))
                                .call())
                .as(said.toString())
                .isTrue();
        try (BundleFile bundle = BundleFile.module(module)) {
            return ByteCode.check(bundle);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///t/Sample.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
