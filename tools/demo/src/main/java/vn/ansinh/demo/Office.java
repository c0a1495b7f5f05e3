package vn.ansinh.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.ansinh.demo.Door.Answer;
import vn.ansinh.demo.Door.Login;

/**
 * An officer at the door of her locality.
 *
 * @param door HTTPS to the container
 * @param locality code of the locality
 * @param officer her account
 * @param folder where files that she downloads are saved
 */
record Office(Door door, String locality, Login officer, Path folder) {

    static final String API = "/cxf/api/v1";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Address of something of the locality. */
    String at(String path) {
        return API + "/localities/" + locality + "/" + path;
    }

    JsonNode get(String path) {
        return door.get(at(path), officer).must(200).json();
    }

    JsonNode post(String path, Object body) {
        return door.postJson(at(path), officer, body).must(200).json();
    }

    /** Uploads a workbook to be judged; nothing is taken over. */
    JsonNode upload(Path file, String kindAndMonth) throws IOException {
        String name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
        Answer answer =
                door.post(
                        at("imports?kind=" + kindAndMonth + "&name=" + name),
                        officer,
                        XLSX,
                        Files.readAllBytes(file));
        return answer.must(201).json();
    }

    /** Downloads a file and gives where it lies. */
    Path save(String path, String name) throws IOException {
        Path target = folder.resolve(name);
        Files.write(target, door.get(at(path), officer).must(200).body());
        return target;
    }
}
