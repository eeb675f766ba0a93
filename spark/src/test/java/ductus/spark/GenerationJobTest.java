package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.cli.Ductus;
import ductus.spark.local.LocalCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestCluster.class)
class GenerationJobTest {
  private static final int TUNES = 20;

  @TempDir Path folder;

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Ductus.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    assertEquals(0, status, err::toString);
    return out.toString();
  }

  private static String[] generate(Path out, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "generate",
                "folk",
                "--seed",
                "7",
                "--bars",
                "4",
                "--primer",
                "C5q D5q E5h",
                "--count",
                String.valueOf(TUNES),
                "--out",
                out.toString()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void manyTunesAreThoseOfThisMachineAndEachIsMadeAgainAlone(LocalCluster local) throws Exception {
    Path here = folder.resolve("here");
    Path there = folder.resolve("there");
    String told = run(generate(here));
    assertEquals(
        told.replace(here.toString(), there.toString()),
        run(generate(there, "--master", local.master())));
    List<Path> files;
    try (Stream<Path> listed = Files.list(here)) {
      files = listed.toList();
    }
    assertEquals(4 * TUNES, files.size());
    for (Path file : files) {
      assertArrayEquals(
          Files.readAllBytes(file),
          Files.readAllBytes(there.resolve(file.getFileName())),
          file.toString());
    }
    Path again = folder.resolve("again.mid");
    run("regenerate", there.resolve("folk-0013.json").toString(), "--out", again.toString());
    assertArrayEquals(
        Files.readAllBytes(there.resolve("folk-0013.mid")), Files.readAllBytes(again));
  }

  @Test
  void anEvaluationIsThatOfThisMachine(LocalCluster local) throws Exception {
    String tunes =
        Path.of(System.getProperty("ductus.corpora", "../corpora"))
            .resolve("melodies")
            .toAbsolutePath()
            .toString();
    String[] evaluate = {"evaluate", "folk", tunes, "--samples", "12", "--json", "--out"};
    String here = run(with(evaluate, folder.resolve("here").toString()));
    Path out = folder.resolve("there");
    assertEquals(here, run(with(evaluate, out.toString(), "--master", local.master())));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("here").resolve("statistics.svg")),
        Files.readAllBytes(out.resolve("statistics.svg")));
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
  }
}
