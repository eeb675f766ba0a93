package ductus.cli;

import static ductus.cli.Complaints.assertFails;
import static ductus.cli.Complaints.assertWrongUsage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesCommandTest {
  private final Path folder;

  SeriesCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aModelIsTrainedResumedMeasuredAndForetells() throws Exception {
    Path file = known("sines", 600);
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of(
            "series", "train", file, "--out", run, "--epochs", 10, "--hidden", 16, "--json");
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    JsonObject result = JsonParser.parseString(trained.out()).getAsJsonObject();
    JsonObject errors =
        result
            .getAsJsonObject("forecasts")
            .getAsJsonArray("columns")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("one_step");
    double network = errors.get("network").getAsDouble();
    assertTrue(network < 0.8 * errors.get("last_value").getAsDouble(), trained.out());
    assertEquals(
        ExitStatus.DONE, CommandRun.of("series", "train", "--resume", "--out", run).status());
    CommandRun measured = CommandRun.of("evaluate", run, file);
    assertTrue(measured.out().contains("in 90 %"), measured.out() + measured.err());
    CommandRun inspected = CommandRun.of("inspect", run);
    assertTrue(inspected.out().contains("value"), inspected.out() + inspected.err());

    CommandRun foretold =
        CommandRun.of(
            "series", "forecast", run, file, "--steps", 7, "--out", folder.resolve("f.csv"));
    assertEquals(ExitStatus.DONE, foretold.status(), foretold.err());
    assertEquals(8, Files.readAllLines(folder.resolve("f.csv")).size());
    assertTrue(Files.readAllLines(folder.resolve("f.csv")).get(1).startsWith("601,"));
    assertTrue(Files.exists(folder.resolve("f.svg")) && Files.exists(folder.resolve("f.json")));
  }

  @Test
  void twelveNumbersAreAnsweredWithAForecastAndAWarning() throws Exception {
    Path twelve = write("visitors\n" + "3\n5\n4\n6\n5\n7\n".repeat(2));
    Path run = folder.resolve("twelve");
    CommandRun trained =
        CommandRun.of("series", "train", twelve, "--out", run, "--epochs", 2, "--hidden", 4);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.err().contains("12 rows are few"), trained.err());
    CommandRun foretold =
        CommandRun.of(
            "series", "forecast", run, twelve, "--steps", 3, "--out", folder.resolve("f.csv"));
    assertEquals(ExitStatus.DONE, foretold.status(), foretold.err());
    assertTrue(foretold.err().contains("12 rows are few"), foretold.err());
    assertEquals(4, Files.readAllLines(folder.resolve("f.csv")).size());
    assertEquals(ExitStatus.DONE, CommandRun.of("evaluate", run, twelve).status());
  }

  /** Errors of the first column, over all steps ahead. */
  private static JsonObject errors(CommandRun trained) {
    return JsonParser.parseString(trained.out())
        .getAsJsonObject()
        .getAsJsonObject("forecasts")
        .getAsJsonArray("columns")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("all_steps");
  }

  @Test
  void anAutoregressionStandsBesideTheNetwork() throws Exception {
    Path file = known("sines", 600);
    Path run = folder.resolve("beside");
    CommandRun trained =
        CommandRun.of(
            "series", "train", file, "--out", run, "--epochs", 1, "--hidden", 4, "--json");
    JsonObject errors = errors(trained);
    double linear = errors.get("autoregression").getAsDouble();
    assertTrue(linear < 0.2 * errors.get("last_value").getAsDouble(), trained.out());
    CommandRun measured = CommandRun.of("evaluate", run, file);
    assertTrue(measured.out().contains("autoregression by least squares (AR)"), measured.out());
  }

  @Test
  void theCalendarIsLearnedAndSoIsARegressionOnIt() throws Exception {
    Path file = known("visitors", 800);
    Path run = folder.resolve("visitors");
    CommandRun trained =
        CommandRun.of(
            "series", "train", file, "--out", run, "--epochs", 1, "--hidden", 4, "--json");
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    JsonObject errors = errors(trained);
    double regression = errors.get("regression").getAsDouble();
    assertTrue(regression < 0.6 * errors.get("last_value").getAsDouble(), trained.out());
    // Of one epoch no more is believed than what helps, so that it is about as good.
    assertTrue(errors.get("network").getAsDouble() < 1.1 * regression, trained.out());
    CommandRun inspected = CommandRun.of("inspect", run);
    assertTrue(inspected.out().contains("day of week"), inspected.out());
    Path next = folder.resolve("next.csv");
    CommandRun.of("series", "forecast", run, file, "--steps", 2, "--out", next);
    assertTrue(Files.readAllLines(next).get(2).startsWith("2020-03-12,"), next.toString());
  }

  @Test
  void namesWhatIsWrong() throws Exception {
    assertWrongUsage("Missing FILE.csv", "series", "train");
    Path text = write("a,b\n1,2\n3,x\n");
    assertFails("line 3, column 2 (b)", "series", "train", text);
    assertFails("8 rows or more", "series", "train", write("a,b\n1,2\n"));
    assertFails(
        "column \"a\" must vary but is 5 in all",
        "series",
        "train",
        write("a\n" + "5\n".repeat(40)));
    assertFails(
        "two numbers in a row",
        "series",
        "train",
        write("a,b\n" + "1,2\n,3\n2,5\n,1\n".repeat(10)));
    assertWrongUsage(
        "must see the past alone",
        "series",
        "train",
        known("sines", 100),
        "--cell",
        "lstm+bidirectional");
    assertWrongUsage("--faults goes with sines", "series", "known", "narma", "--faults=1");
  }

  @Test
  void whatIsKnownHasItsColumns() throws Exception {
    assertEquals("row,input,output", Files.readAllLines(known("narma", 30)).get(0));
    Path faulty = folder.resolve("faulty.csv");
    CommandRun.of("series", "known", "sines", "--length", 600, "--faults=2", "--out", faulty);
    assertTrue(Files.readAllLines(faulty).stream().anyMatch(line -> line.endsWith(",1")));
    assertEquals("date,visitors", Files.readAllLines(known("visitors", 3)).get(0));
    assertEquals("row,millivolts", Files.readAllLines(known("ecg", 3)).get(0));
  }

  private Path known(String name, int length) {
    Path file = folder.resolve(name + ".csv");
    CommandRun made = CommandRun.of("series", "known", name, "--length", length, "--out", file);
    assertEquals(ExitStatus.DONE, made.status(), made.err());
    return file;
  }

  private Path write(String content) throws Exception {
    return Files.writeString(folder.resolve("bad.csv"), content);
  }
}
