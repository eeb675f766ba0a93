package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabCommandTest {
  private static final String SMALL =
      "{\"runs\": [{\"name\": \"small\", \"examination\": \"gradients\", \"seeds\": [1, 2],"
          + " \"settings\": {\"cells\": [\"elman\", \"lstm\"], \"hiddenSize\": 8, \"steps\": 10,"
          + " \"sequences\": 2, \"radii\": [1.0], \"forgetBiases\": [], \"practice\":"
          + " {\"updates\": 2, \"checks\": 1, \"batchSize\": 2}}}]}";

  @TempDir Path folder = Path.of("");

  private Path file(String json) throws Exception {
    Path file = folder.resolve("runs.json");
    Files.writeString(file, json);
    return file;
  }

  @Test
  void listsTheExaminations() {
    CommandRun run = CommandRun.of("lab");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("gradients"), run.out());
    assertTrue(run.out().contains("at which time lag"), run.out());
    JsonObject json =
        JsonParser.parseString(CommandRun.of("lab", "--json").out()).getAsJsonObject();
    assertTrue(json.getAsJsonArray("examinations").size() > 1);
  }

  @Test
  void saysWhatIsKnownForAnUnknownName() {
    CommandRun run = CommandRun.of("lab", "mermory");
    assertEquals(2, run.status());
    assertTrue(
        run.err().contains("there is no examination 'mermory'; there are memory"), run.err());
  }

  @Test
  void seedsMustBeANumberOrAList() {
    for (String wrong : new String[] {"0", "-1", "x", "1,,2", "3,3", "1001"}) {
      CommandRun run = CommandRun.of("lab", "gradients", "--seeds=" + wrong);
      assertEquals(2, run.status(), wrong);
      assertTrue(run.complaints().get(0).startsWith("ductus: --seeds: "), run.err());
    }
  }

  @Test
  void runsWhatAFileSchedulesAndOnlyOnce() throws Exception {
    Path out = folder.resolve("out");
    CommandRun run = CommandRun.of("lab", "run", file(SMALL), "--out", out);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("radius 1.0, clipped"), run.out());
    assertTrue(run.out().contains("±"), run.out());
    assertTrue(Files.exists(out.resolve("small").resolve("gradients.svg")));
    byte[] results = Files.readAllBytes(out.resolve("small").resolve("results.csv"));
    CommandRun again = CommandRun.of("lab", "run", file(SMALL), "--out", out, "--json");
    assertTrue(again.err().contains("16 done before"), again.err());
    assertEquals(
        16,
        JsonParser.parseString(again.out())
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject()
            .get("trials")
            .getAsInt());
    assertEquals(
        new String(results, java.nio.charset.StandardCharsets.UTF_8),
        Files.readString(out.resolve("small").resolve("results.csv")));
  }

  @Test
  void asksForAllExaminationsAtOnceAndEndsThemByOneSignal() {
    assertEquals(2, CommandRun.of("lab", "all", "--seeds=0").status());
    Path out = folder.resolve("all");
    Thread.currentThread().interrupt(); // as Ctrl-C, before the first
    CommandRun stopped = CommandRun.of("lab", "all", "--out", out, "--json");
    assertEquals(0, stopped.status(), stopped.err());
    assertTrue(
        stopped
            .err()
            .contains(
                "Stopped with 0 of 14 examinations begun; this goes on: ductus lab all --out"),
        stopped.err());
    assertEquals(
        0, JsonParser.parseString(stopped.out()).getAsJsonObject().getAsJsonArray("runs").size());
  }

  @Test
  void refusesResultsOfOtherSettings() throws Exception {
    Path out = folder.resolve("out");
    CommandRun.of("lab", "run", file(SMALL), "--out", out);
    CommandRun other =
        CommandRun.of(
            "lab", "run", file(SMALL.replace("\"steps\": 10", "\"steps\": 11")), "--out", out);
    assertEquals(1, other.status());
    assertEquals(1, other.complaints().stream().filter(l -> l.startsWith("ductus: ")).count());
    assertTrue(
        other.err().contains("of other settings (steps); choose another --out"), other.err());
    CommandRun memory = CommandRun.of("lab", "memory", "--out", out.resolve("small"));
    assertEquals(1, memory.status());
    assertTrue(memory.err().contains("another examination"), memory.err());
  }

  @Test
  void saysWhatIsWrongInTheFile() throws Exception {
    CommandRun run = CommandRun.of("lab", "run", file("{\"runs\": [{\"examination\": 3}]}"));
    assertEquals(1, run.status());
    assertTrue(
        run.err().contains("runs.json: runs[0].examination: must be a word but is 3"), run.err());
    assertEquals(1, CommandRun.of("lab", "run", folder.resolve("none.json")).status());
    assertEquals(2, CommandRun.of("lab", "run").status());
  }
}
