package ductus.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.Ductus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands in processes with too little memory: one line that says so, and no half of a file. */
@Tag("long")
class SmallMemoryTest {
  private static final List<Integer> MEGABYTES = List.of(8, 24);

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @Timeout(300)
  @ValueSource(
      strings = {
        "generate folk --bars 4 --seed 3",
        "write Hello --to svg",
        "text generate prose --length 40 --seed 3",
        "harmonise corpora/melodies/bobby-shafto.mid",
        "export corpora/melodies/bobby-shafto.mid --to wav",
        "train corpora/melodies --epochs 1 --hidden 8 --embedding 4 --batch 1 --encoding melody",
        "hand export note --to svg-font --forms 1"
      })
  void saysThatThereIsTooLittleMemory(String command) throws Exception {
    for (int megabytes : MEGABYTES) {
      Path out = folder.resolve(String.valueOf(megabytes));
      Path said = folder.resolve("said.txt");
      int status = run(megabytes, said, command, out);
      if (status == 0) {
        continue;
      }
      String text = Files.readString(said, StandardCharsets.UTF_8);
      List<String> complaints = text.lines().filter(line -> line.startsWith("ductus: ")).toList();
      assertEquals(1, complaints.size(), text);
      assertTrue(complaints.get(0).contains("memory") || status == 2, text);
      assertTrue(text.lines().noneMatch(line -> line.startsWith("\tat ")), text);
      assertEquals(List.of(), parts(out), text);
    }
  }

  private static int run(int megabytes, Path said, String command, Path out) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "--add-modules",
                "jdk.incubator.vector",
                "--add-exports",
                "java.desktop/com.sun.media.sound=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Ductus.class.getName()));
    line.addAll(Arrays.asList(command.split(" ", -1)));
    line.addAll(List.of("--quiet", "--out", out.toString()));
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      return process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<Path> parts(Path out) throws IOException {
    if (!Files.exists(out)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(each -> String.valueOf(each.getFileName()).startsWith(".")).toList();
    }
  }
}
