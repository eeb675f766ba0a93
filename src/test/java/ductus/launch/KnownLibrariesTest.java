package ductus.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownLibrariesTest {
  /** Not on Maven Central, and not always there. */
  private static final String JFUGUE = "jfugue-";

  @Test
  void theLibrariesOfThisProgramAreKnown() throws Exception {
    Map<String, Path> there =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(each -> each.endsWith(".jar"))
            .map(Path::of)
            .collect(
                Collectors.toMap(
                    jar -> String.valueOf(jar.getFileName()), jar -> jar, (a, b) -> a));
    List<String> lines = Files.readAllLines(Path.of("src/package/libraries.sha256"));
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      String name = line.replaceFirst(".* ", "");
      Path jar = there.get(name);
      if (jar == null ? !name.startsWith(JFUGUE) : !KnownLibraries.line(jar).equals(line)) {
        wrong.add(name + " must be " + line + " but is " + jar);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(lines.size() > 40, "as many as there are");
  }
}
