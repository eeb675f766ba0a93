package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.Ductus;
import ductus.spark.local.LocalCluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestCluster.class)
class SweepJobTest {
  @TempDir Path folder;

  private String run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Ductus.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    assertEquals(0, status, err::toString);
    return out.toString();
  }

  /** Without what depends on the hour. */
  private static List<String> figures(Path sweep) throws IOException {
    return Files.readAllLines(sweep.resolve("results.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  @Test
  void aSweepOnTheClusterIsTheSweepOnThisMachine(LocalCluster local) throws Exception {
    Path tunes =
        Path.of(System.getProperty("ductus.corpora", "../corpora"))
            .resolve("melodies")
            .toAbsolutePath();
    Path file =
        Files.writeString(
            folder.resolve("sizes.json"),
            """
            {"folder": "%s", "seeds": [1, 2], "halving": {"factor": 2, "first": 1},
             "settings": {"epochs": 2, "embedding": 4, "batch": 64, "warmup": 0},
             "values": {"hidden": [8, 16]}}
            """
                .formatted(tunes));
    Path here = folder.resolve("here");
    Path there = folder.resolve("there");
    String table = run("sweep", file.toString(), "--out", here.toString());
    assertEquals(
        table,
        run("sweep", file.toString(), "--out", there.toString(), "--master", local.master()));
    assertEquals(figures(here), figures(there));
    assertTrue(figures(here).get(1).contains(",done,2,2,"), figures(here).get(1));
    for (String run : List.of("c1-seed-1", "c1-seed-2", "c2-seed-1", "c2-seed-2")) {
      Path model = Path.of("runs", run, "model.safetensors");
      assertArrayEquals(
          Files.readAllBytes(here.resolve(model)), Files.readAllBytes(there.resolve(model)), run);
    }
  }
}
