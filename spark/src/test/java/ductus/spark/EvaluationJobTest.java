package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.Ductus;
import ductus.spark.local.LocalCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations of all kinds but tunes, by two executors and by one machine. */
@ExtendWith(TestCluster.class)
class EvaluationJobTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("ductus.corpora", "../corpora")).toAbsolutePath();

  @TempDir Path folder;

  private static JsonObject run(List<?> command, Object... more) {
    List<String> arguments =
        new ArrayList<>(
            Stream.concat(command.stream(), Stream.of(more)).map(Object::toString).toList());
    arguments.add("--json");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Ductus.run(arguments, new PrintWriter(out), new PrintWriter(err));
    assertEquals(0, status, err::toString);
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }

  private static JsonObject check(LocalCluster local, List<?> evaluation) {
    JsonObject here = run(evaluation);
    assertEquals(here, run(evaluation, "--master", local.master()));
    return here;
  }

  private Path tunes() throws Exception {
    Path tunes = Files.createDirectory(folder.resolve("tunes"));
    try (Stream<Path> all = Files.list(CORPORA.resolve("melodies"))) {
      for (Path tune :
          all.filter(file -> file.toString().endsWith(".mid")).sorted().limit(20).toList()) {
        Files.copy(tune, tunes.resolve(tune.getFileName()));
      }
    }
    return tunes;
  }

  @Test
  void polyphonyIsMeasuredAsOnThisMachine(LocalCluster local) throws Exception {
    Path report = folder.resolve("report");
    Path own = folder.resolve("chorales");
    run(List.of("generate", "chorales", "--count", 4), "--seed", 1, "--beam", 1, "--out", own);
    List<Object> chords = List.of("evaluate", "chorales", own, "--samples", 3, "--out", report);
    assertTrue(check(local, chords).has("generated"), "no pieces were compared");
  }

  @Test
  void independentKeysAreMeasuredAsOnThisMachine(LocalCluster local) throws Exception {
    Path tunes = tunes();
    Path run = folder.resolve("keys");
    run(
        List.of("train", tunes, "--encoding", "poly", "--independent-keys", "--seed", 1),
        List.of("--hidden", 8, "--epochs", 1, "--out", run).toArray());
    check(local, List.of("evaluate", run, tunes));
  }

  @Test
  void textIsMeasuredAsOnThisMachine(LocalCluster local) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      lines.append("and so it goes from line to line %d, %d times.%n".formatted(i, i * i % 31));
    }
    Path text = Files.writeString(folder.resolve("a.txt"), lines);
    check(local, List.of("evaluate", "prose", text));
  }

  @Test
  void handsAreMeasuredAsOnThisMachine(LocalCluster local) {
    Path hands = CORPORA.resolve("hands");
    check(local, List.of("evaluate", "hands", hands, "--samples", 1, "--hand", "print,italic"));
  }

  @Test
  void drawersOfLettersAreMeasuredAsOnThisMachine(LocalCluster local) {
    Path hands = CORPORA.resolve("hands");
    check(local, List.of("evaluate", "tracer", hands, "--samples", 1, "--hand", "print"));
  }

  @Test
  void readersAreMeasuredAsOnThisMachine(LocalCluster local) {
    List<?> reader =
        List.of("evaluate", "reader", CORPORA.resolve("hands"), "--samples", 2, "--hand", "print");
    JsonObject here = run(reader);
    JsonObject there = run(reader, "--master", local.master());
    for (JsonObject each : List.of(here, there)) {
      // How long it takes is the machine's.
      each.entrySet()
          .forEach(part -> part.getValue().getAsJsonObject().remove("milliseconds_per_line"));
    }
    assertEquals(here, there);
  }
}
