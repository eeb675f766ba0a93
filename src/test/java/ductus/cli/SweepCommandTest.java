package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.run.TinyRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest {
  private static final String SETTINGS =
      "'settings': {'epochs': 2, 'embedding': 4, 'batch': 4, 'warmup': 2, 'keys': 'own'}";

  private final Path folder;
  private final Path out;

  SweepCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    TinyRuns.corpus(folder.resolve("tunes"), 5);
    out = folder.resolve("sweep");
  }

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("sweep.json"), json.replace('\'', '"'));
  }

  private Path file(String settings, String rest) throws IOException {
    return file("{'folder': 'tunes', %s, %s}".formatted(settings, rest));
  }

  private CommandRun sweep(Path file, Object... more) {
    Object[] all = new Object[more.length + 6];
    System.arraycopy(new Object[] {"sweep", file, "--out", out, "--threads", 1}, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return CommandRun.of(all);
  }

  private static byte[] model(Path run) throws IOException {
    return Files.readAllBytes(run.resolve("model.safetensors"));
  }

  @Test
  void printsOneTableBestFirst() throws Exception {
    Path file =
        file(
            SETTINGS,
            "'values': {'hidden': [8, 12], 'skip': [true, false]}, 'seeds': [1, 2],"
                + " 'halving': {'factor': 2, 'first': 1}");
    CommandRun swept = sweep(file);
    assertEquals(ExitStatus.DONE, swept.status(), swept.err());
    List<String> lines = swept.out().lines().toList();
    assertEquals(5, lines.size(), swept.out());
    assertTrue(
        lines.get(0).matches("NAME +HIDDEN +SKIP +SEEDS +EPOCHS +HELD OUT +± +STATE"), swept.out());
    assertTrue(lines.get(1).matches("c\\d .* 2 +2 +\\d\\.\\d{4} +\\d\\.\\d{4} +done"), swept.out());
    assertTrue(lines.get(4).matches("c\\d .* 2 +1 +\\d\\.\\d{4} +\\d\\.\\d{4} +stopped"));
    assertTrue(swept.err().contains("4 configurations, 8 runs; folder " + out), swept.err());
    assertTrue(swept.err().contains("4 configurations to epoch 1"), swept.err());
    assertTrue(swept.err().contains("2 configurations to epoch 2"), swept.err());
  }

  @Test
  void anyOfItsRunsIsMadeAgainByThePlainCommand() throws Exception {
    Path file =
        file(
            SETTINGS,
            "'values': {'hidden': [8, 12]}, 'seeds': [5, 6], 'halving': {'factor': 2, 'first': 1}");
    CommandRun swept = sweep(file, "--json", "--quiet");
    assertEquals(ExitStatus.DONE, swept.status(), swept.err());
    assertEquals("", swept.err());
    JsonObject best =
        JsonParser.parseString(swept.out())
            .getAsJsonObject()
            .getAsJsonArray("configurations")
            .get(0)
            .getAsJsonObject();
    assertEquals("done", best.get("state").getAsString());
    JsonObject run = best.getAsJsonArray("runs").get(1).getAsJsonObject();
    Path made = Path.of(run.get("folder").getAsString());
    Path byConfiguration = folder.resolve("by-configuration");
    CommandRun.of(
        "train",
        "--config",
        best.get("config").getAsString(),
        "--seed",
        run.get("seed").getAsLong(),
        "--out",
        byConfiguration);
    assertArrayEquals(model(byConfiguration), model(made));
    Path byRun = folder.resolve("by-run");
    CommandRun.of("train", "--config", made.resolve("config.json"), "--out", byRun);
    assertArrayEquals(model(byRun), model(made));
    Path byOptions = folder.resolve("by-options");
    String hidden = best.getAsJsonObject("settings").get("hidden").getAsString();
    String options =
        ("train %s --epochs 2 --embedding 4 --batch 4 --warmup 2 --keys own --hidden %s --seed 6"
                + " --out %s")
            .formatted(folder.resolve("tunes"), hidden, byOptions);
    CommandRun.of((Object[]) options.split(" "));
    assertArrayEquals(model(byOptions), model(made));
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "'\"independent-keys\": true,', ''", "'', '\"task\": \"keys\",'"})
  void theUsualSettingsAreThoseOfTheEncoding(String setting, String task) throws Exception {
    boolean keys = !setting.isEmpty() || !task.isEmpty();
    String encoding = task.isEmpty() ? "\"encoding\": \"poly\"," : "";
    Path file =
        file(
            "{%s 'folder': 'tunes', 'settings': {%s %s 'epochs': 1, 'hidden': 8, 'keys': 'own'},"
                    .formatted(task, encoding, setting)
                + " 'values': {'dropout': [0.1, 0.2]}, 'seeds': [1]}");
    CommandRun swept = sweep(file);
    assertEquals(ExitStatus.DONE, swept.status(), swept.err());
    JsonObject config =
        JsonParser.parseString(Files.readString(out.resolve("runs/c1-seed-1/config.json")))
            .getAsJsonObject();
    assertEquals(keys ? "keys" : "music", config.get("task").getAsString());
    assertEquals(
        keys ? "poly-keys" : "poly",
        config.getAsJsonObject("corpus").get("encoding").getAsString());
    assertEquals(64, config.getAsJsonObject("network").get("embeddingSize").getAsInt());
  }

  @Test
  void namedConfigurationsLieOverThoseOfARun() throws Exception {
    Path base = folder.resolve("base");
    String options =
        "train %s --epochs 1 --hidden 8 --embedding 4 --batch 4 --keys own --out %s"
            .formatted(folder.resolve("tunes"), base);
    CommandRun.of((Object[]) options.split(" "));
    Path file =
        file(
            "{'config': 'base/config.json', 'configurations': [{}, {'dropout': 0.1, 'hidden': 9}],"
                + " 'seeds': [1]}");
    CommandRun swept = sweep(file);
    assertEquals(ExitStatus.DONE, swept.status(), swept.err());
    assertTrue(
        swept.out().lines().toList().get(0).matches("NAME +DROPOUT +HIDDEN +SEEDS.* OUT +STATE"));
    assertTrue(swept.out().contains("0.1"), swept.out());
  }

  @Test
  void aRunThatDivergesIsARow() throws Exception {
    Path file =
        file(
            "'settings': {'epochs': 8, 'hidden': 8, 'embedding': 4, 'batch': 1, 'warmup': 0,"
                + " 'optimizer': 'sgd', 'clip': 0, 'keys': 'own', 'l2': 1000}",
            "'values': {'learning-rate': [1, 0.000001]}, 'seeds': [1]");
    CommandRun swept = sweep(file);
    assertEquals(ExitStatus.LEFT_OUT, swept.status(), swept.err());
    assertTrue(
        swept.err().contains("ductus: learning-rate 1, seed 1: training diverged at update "),
        swept.err());
    List<String> lines = swept.out().lines().toList();
    assertTrue(lines.get(1).endsWith("done"), swept.out());
    assertTrue(lines.get(2).endsWith("1 of 1 failed"), swept.out());
  }

  @Test
  void goesOnOnlyWhereItIsAskedTo() throws Exception {
    Path file = file(SETTINGS, "'values': {'hidden': [8]}, 'seeds': [1]");
    assertEquals(ExitStatus.DONE, sweep(file).status());
    CommandRun again = sweep(file);
    assertEquals(
        "ductus: "
            + out
            + ": holds a sweep already; --resume goes on with it, or choose another --out",
        again.complaints().get(0));
    assertEquals(ExitStatus.DONE, sweep(file, "--resume").status());
    assertEquals(
        "ductus: --resume needs --out, the folder of the sweep to go on with",
        CommandRun.of("sweep", file, "--resume").complaints().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'folder': 'tunes' | not a file of a sweep: line 1, column 19 is not as expected",
        "[1] | the file: must be an object: { ... } but is [1]",
        "{'seeds': [1]} | folder: must name what is learned from, or config the config.json of a"
            + " run",
        "{'folder': 'tunes', 'values': {'hidden': [8]}} | seeds: must name one or more, such as"
            + " [1, 2, 3]",
        "{'folder': 'tunes', 'seeds': [1]} | must name either values, such as {\"hidden\": [64,"
            + " 128]}, or configurations, such as [{\"hidden\": 64}]",
        "{'folder': 'tunes', 'seeds': [], 'values': {'hidden': [8]}} | seeds: must be different"
            + " numbers, one or more, but are []",
        "{'folder': 'tunes', 'seeds': [1, 1], 'values': {'hidden': [8]}} | seeds: must be"
            + " different numbers, one or more, but are [1, 1]",
        "{'folder': 'tunes', 'seeds': [1], 'values': {'hidden': []}} | values.hidden: must be a"
            + " list of one value or more but is []",
        "{'folder': 'tunes', 'seeds': [1], 'values': {'hidden': [8, 8]}} | values.hidden: 8 is"
            + " there twice",
        "{'folder': 'tunes', 'seeds': [1], 'values': {'hidden': [{}]}} | values.hidden[0]: must be"
            + " a number, a word, true or false but is {}",
        "{'folder': 'tunes', 'seeds': [1], 'configurations': []} | configurations: must name one"
            + " or more",
        "{'folder': 'tunes', 'seeds': [1], 'configurations': [{}, {}]} | configurations[1]: is"
            + " there twice",
        "{'folder': 'tunes', 'seed': [1]} | seed: there is no such field; there are task, folder,"
            + " config, settings, values, configurations, seeds, halving",
        "{'folder': 'tunes', 'seeds': [1], 'values': {'seed': [8]}} | seed: is no setting; name"
            + " seeds, such as [1, 2, 3]",
        "{'folder': 'tunes', 'seeds': [1], 'values': {'hidden': ['x']}} | with hidden x:"
            + " --hidden must be a whole number but was x",
        "{'folder': 'tunes', 'seeds': [1], 'values': {'dropout': [0.1, 2]}} | with dropout 2:"
            + " dropout must be 0 to below 1 but was 2.0",
        "{'folder': 'tunes', 'seeds': [1], 'values': {'skip': [1]}} | with skip 1: skip: must be"
            + " true or false but is 1",
        "{'folder': 'tunes', 'seeds': [1], 'values': {'keys': ['own', 'common']}} | keys: must be"
            + " the same in all configurations, or their losses could not be compared, but is own"
            + " and common",
        "{'folder': 'tunes', 'seeds': [1], 'values': {'hidden': [8]}, 'halving': {'factor': 1}} |"
            + " halving.factor must be 2 to 1000 but was 1",
        "{'folder': 'tunes', 'seeds': [1.5], 'values': {'hidden': [8]}} | seeds[0]: must be a"
            + " whole number but is 1.5",
      })
  void complainsInOneLineThatNamesThePlace(String json, String complaint) throws Exception {
    Path file = file(json);
    CommandRun failed = sweep(file);
    assertEquals(ExitStatus.FAILED, failed.status(), failed.err());
    assertEquals(List.of("ductus: " + file + ": " + complaint), failed.complaints());
    assertFalse(Files.exists(out), "nothing is left behind");
  }

  @Test
  void namesTheSettingsThatThereAre() throws Exception {
    CommandRun failed = sweep(file(SETTINGS, "'values': {'hiden': [8]}, 'seeds': [1]"));
    String complaint = failed.complaints().get(0);
    assertTrue(
        complaint.contains("with hiden 8: hiden: there is no such setting; there are accumulate, "),
        complaint);
    assertTrue(complaint.contains(", hidden, "), complaint);
  }

  @Test
  void aSettingOfAllIsNotBlamedOnOne() throws Exception {
    CommandRun failed =
        sweep(file("'settings': {'cell': 'x'}", "'values': {'hidden': [8]}, 'seeds': [1]"));
    assertTrue(failed.complaints().get(0).contains("sweep.json: cell must be "), failed.err());
  }

  @Test
  void refusesMoreRunsThanOneCanMean() throws Exception {
    String many = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22]";
    CommandRun failed =
        sweep(
            file(
                SETTINGS,
                "'values': {'hidden': %1$s, 'warmup': %1$s}, 'seeds': %1$s".formatted(many)));
    assertTrue(
        failed
            .complaints()
            .get(0)
            .endsWith(
                "484 configurations with 22 seeds are too many: at most 10,000 runs; try fewer"
                    + " values"),
        failed.err());
  }

  @Test
  void saysThatItsFolderIsMissingBeforeItBegins() throws Exception {
    CommandRun failed = sweep(file("{'folder': 'none', 'seeds': [1], 'values': {'hidden': [8]}}"));
    assertEquals(ExitStatus.FAILED, failed.status());
    assertTrue(failed.complaints().get(0).contains("none"), failed.err());
    assertFalse(Files.exists(out));
  }
}
