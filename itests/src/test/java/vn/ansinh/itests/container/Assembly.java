package vn.ansinh.itests.container;

import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.ops4j.pax.exam.Option;

/** Our own distribution as Pax Exam starts it: the same modules and options as bin/karaf. */
final class Assembly {

    private static final String KARAF = "4.4.10";

    private Assembly() {}

    static Option[] options() {
        int https = freePort();
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(
                            new File(System.getProperty("ansinh.distribution")).toURI().toString())
                    .karafVersion(KARAF)
                    .name("An Sinh")
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false),
            configureConsole().ignoreLocalConsole(),
            keepRuntimeFolder(),
            systemTimeout(120_000),
            // The probe and its helpers come from the local repository, nothing from the network.
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.localRepository",
                    System.getProperty("maven.repo.local")),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.web.cfg",
                    "org.osgi.service.http.port.secure",
                    String.valueOf(https)),
            editConfigurationFilePut(
                    "etc/org.apache.karaf.shell.cfg", "sshPort", String.valueOf(freePort())),
            editConfigurationFilePut(
                    "etc/system.properties", "ansinh.test.https", String.valueOf(https)),
            vmOption("--add-reads=java.xml=java.logging"),
            vmOption("--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED"),
            vmOption("--patch-module"),
            vmOption("java.base=lib/endorsed/org.apache.karaf.specs.locator-" + KARAF + ".jar"),
            vmOption("--patch-module"),
            vmOption("java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + KARAF + ".jar"),
            vmOption("--add-opens=java.base/java.security=ALL-UNNAMED"),
            vmOption("--add-opens=java.base/java.net=ALL-UNNAMED"),
            vmOption("--add-opens=java.base/java.lang=ALL-UNNAMED"),
            vmOption("--add-opens=java.base/java.util=ALL-UNNAMED"),
            vmOption("--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED"),
            vmOption("--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED"),
            vmOption("--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED"),
            vmOption("--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED"),
            vmOption("--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED"),
            vmOption("--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED"),
            vmOption("-XX:TieredStopAtLevel=1"),
            vmOption("-XX:+UseSerialGC"),
        };
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
