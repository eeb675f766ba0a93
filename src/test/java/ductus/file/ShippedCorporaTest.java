package ductus.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedCorporaTest {
  private static final Map<String, String> CONTENT =
      Map.of(
          "ductus/corpora/melodies/a.abc", "X:1",
          "ductus/corpora/hands/print.json", "{}",
          "ductus/cli/Ductus.class", "code");

  private final Path folder;

  ShippedCorporaTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path jar(String name, Map<String, String> content) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : content.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void areCopiedOnceForEachContent() throws IOException {
    Path cache = folder.resolve("a cache");
    Path copy = ShippedCorpora.ofJar(jar("one.jar", CONTENT), cache);
    assertEquals(List.of("hands/print.json", "melodies/a.abc"), files(copy));
    assertEquals("X:1", Files.readString(copy.resolve("melodies/a.abc")));
    assertEquals(copy, ShippedCorpora.ofJar(jar("two.jar", CONTENT), cache));
    Path other =
        ShippedCorpora.ofJar(jar("three.jar", Map.of("ductus/corpora/b.abc", "X:2")), cache);
    assertNotEquals(copy, other);
    assertEquals(List.of("b.abc"), files(other));
    try (Stream<Path> all = Files.list(cache)) {
      assertEquals(2, all.count(), "nothing is left aside");
    }
  }

  @Test
  void aCopyThatWasChangedIsMadeAnew() throws IOException {
    Path jar = jar("one.jar", CONTENT);
    Path copy = ShippedCorpora.ofJar(jar, folder.resolve("cache"));
    Files.delete(copy.resolve("melodies/a.abc"));
    assertEquals(copy, ShippedCorpora.ofJar(jar, folder.resolve("cache")));
    assertEquals("X:1", Files.readString(copy.resolve("melodies/a.abc")));
  }

  @Test
  void severalAtOnceGetTheSame() throws IOException {
    Path jar = jar("one.jar", CONTENT);
    List<List<String>> all =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                each -> {
                  try {
                    return files(ShippedCorpora.ofJar(jar, folder.resolve("cache")));
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .distinct()
            .toList();
    assertEquals(List.of(List.of("hands/print.json", "melodies/a.abc")), all);
  }

  @Test
  void withoutACacheTheyLastAsLongAsTheProgram() throws IOException {
    Path jar = jar("one.jar", CONTENT);
    Path file = Files.writeString(folder.resolve("file"), "");
    Path copy = ShippedCorpora.ofJar(jar, file.resolve("cache"));
    assertEquals(List.of("hands/print.json", "melodies/a.abc"), files(copy));
    assertEquals(copy, ShippedCorpora.ofJar(jar, null));
  }

  @Test
  void refusesAJarWithoutAnyOrWithNamesThatLeadOut() throws IOException {
    Path none = jar("none.jar", Map.of("ductus/cli/Ductus.class", "code"));
    assertTrue(
        assertThrows(IOException.class, () -> ShippedCorpora.ofJar(none, folder.resolve("cache")))
            .toString()
            .contains("lacks corpora"));
    Path bad = jar("bad.jar", Map.of("ductus/corpora/../../../out.txt", "x"));
    assertThrows(IOException.class, () -> ShippedCorpora.ofJar(bad, null));
  }

  @Test
  void theProjectsOwnAreFoundWithoutALauncher() throws IOException {
    Path melodies = ShippedCorpora.resolve("corpora/melodies");
    assertTrue(Files.exists(melodies.resolve("ode-to-joy.abc")), "" + melodies);
    Path other = folder.resolve("other");
    assertEquals(other, ShippedCorpora.resolve(other.toString()));
  }
}
