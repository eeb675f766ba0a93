package ductus.cli;

import static ductus.cli.Complaints.assertFails;
import static ductus.cli.Complaints.assertWrongUsage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateCommandTest {
  private final Path folder;

  TranslateCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Trains on words that are to be doubled. */
  private Path trained() throws Exception {
    Path pairs = folder.resolve("pairs.tsv");
    StringBuilder text = new StringBuilder();
    for (String word : "a b c ab ba ac ca bc cb abc cab bca".split(" ", -1)) {
      text.append(word).append('\t').append(word).append(word).append('\n');
    }
    Files.writeString(pairs, text);
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of(
            "translate",
            "train",
            pairs,
            "--out",
            run,
            "--attention",
            "multiplicative",
            "--epochs",
            2,
            "--hidden",
            8,
            "--batch",
            4);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.out().contains("nats per character on held-out pairs"), trained.out());
    assertTrue(trained.out().contains("of 1 held-out pairs translated exactly"), trained.out());
    return run;
  }

  @Test
  void aModelIsTrainedUsedAndMeasured() throws Exception {
    Path run = trained();
    CommandRun resumed = CommandRun.of("translate", "train", "--resume", "--out", run);
    assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());
    assertWrongUsage(
        "others are asked for",
        "translate",
        "train",
        "--resume",
        "--attention",
        "additive",
        "--out",
        run);
    Path picture = folder.resolve("look.svg");
    CommandRun used =
        CommandRun.of("translate", "--model", run, "abc", "--attention", picture, "--json");
    assertEquals(ExitStatus.DONE, used.status(), used.err());
    JsonObject result = JsonParser.parseString(used.out()).getAsJsonObject();
    JsonObject translation = result.getAsJsonArray("translations").get(0).getAsJsonObject();
    assertEquals("abc", translation.get("source").getAsString());
    assertTrue(translation.get("log_probability").getAsDouble() < 0);
    assertTrue(translation.get("mean_log_probability").getAsDouble() < 0);
    assertTrue(translation.get("doubtful").getAsBoolean(), used.out());
    assertTrue(used.err().contains("the network doubts 1 of 1"), used.err());
    assertTrue(used.err().contains("Probability 0."), used.err());
    assertTrue(Files.readString(picture).contains("Where the network looked"));
    CommandRun measured = CommandRun.of("evaluate", run, folder.resolve("pairs.tsv"));
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(measured.out().contains("of 1 pairs translated exactly"), measured.out());
    assertTrue(measured.err().contains("11 of 12 pairs have a source"), measured.err());
    Path learned = folder.resolve("learned.tsv");
    List<String> pairs = Files.readAllLines(folder.resolve("pairs.tsv"));
    int refused = 0;
    for (String pair : pairs) {
      CommandRun alone = CommandRun.of("evaluate", run, Files.writeString(learned, pair + "\n"));
      refused += alone.err().contains("learned the sources of all its 1 pairs") ? 1 : 0;
    }
    assertEquals(11, refused);
    CommandRun inspected = CommandRun.of("inspect", run);
    assertEquals(ExitStatus.DONE, inspected.status(), inspected.err());
    assertTrue(inspected.out().contains("reads      3 characters"), inspected.out());
  }

  @Test
  void linesThatCannotBeReadAreNamedAndLeftOut() throws Exception {
    Path run = trained();
    Path texts = folder.resolve("texts.txt");
    Files.writeString(texts, "abc\n\nxyz\nba\n" + "a".repeat(100) + "\n");
    CommandRun used = CommandRun.of("translate", "--model", run, "--text", texts);
    assertEquals(ExitStatus.LEFT_OUT, used.status(), used.err());
    assertEquals(2, used.out().lines().count(), used.out());
    assertTrue(used.err().contains("line 3: character 1, x (U+0078), is none"), used.err());
    assertTrue(used.err().contains("line 5: a text must be at most"), used.err());
    Files.writeString(texts, "xyz\n");
    assertFails("line 1: character 1", "translate", "--model", run, "--text", texts);
    Files.writeString(texts, "");
    assertFails("has no line to translate", "translate", "--model", run, "--text", texts);
  }

  @Test
  void wrongUsageIsNamed() throws Exception {
    Path run = trained();
    assertWrongUsage("Missing TEXT", "translate");
    assertWrongUsage("--text goes without TEXT", "translate", "a", "--text", "b");
    assertWrongUsage("--attention must end in .svg", "translate", "a", "--attention", "b.png");
    assertWrongUsage(
        "--beam: beam must be 1 to 100", "translate", "--model", run, "a", "--beam", 0);
    assertWrongUsage("is none that the model learned", "translate", "--model", run, "a?");
    assertWrongUsage("Missing FILE.tsv", "translate", "train");
    assertWrongUsage(
        "cell must be", "translate", "train", "x.tsv", "--out", folder, "--cell", "lst");
    assertWrongUsage("count must be", "translate", "lessons", folder.resolve("l"), "--count", 0);
    assertFails("no such model", "translate", "--model", folder.resolve("none"), "a");
    assertFails(
        "no such file",
        "translate",
        "train",
        folder.resolve("no.tsv"),
        "--out",
        folder.resolve("n"));
    Path few = folder.resolve("few.tsv");
    Files.writeString(few, "a\tb\n");
    assertFails("must have two pairs", "translate", "train", few, "--out", folder.resolve("few"));
  }

  @Test
  void fewPairsGetMorePassesUnlessSomebodySaysHowMany() throws Exception {
    Path pairs = folder.resolve("few.tsv");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append(i).append('\t').append(i + 1).append('\n');
    }
    Files.writeString(pairs, text);
    Path run = folder.resolve("few");
    CommandRun few =
        CommandRun.of(
            "translate", "train", pairs, "--out", run, "--hidden", 8, "--batch", 4, "--until", 1);
    assertEquals(ExitStatus.DONE, few.status(), few.err());
    assertTrue(
        few.err().contains("36 pairs are few: 223 epochs instead of 10, which come to 2,000"),
        few.err());
    assertTrue(
        Files.readString(run.resolve("config.json")).contains("\"epochs\": 223"),
        Files.readString(run.resolve("config.json")));
    CommandRun resumed =
        CommandRun.of("translate", "train", pairs, "--resume", "--out", run, "--until", 2);
    assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());
    CommandRun said =
        CommandRun.of(
            "translate",
            "train",
            pairs,
            "--out",
            folder.resolve("said"),
            "--hidden",
            8,
            "--epochs",
            2);
    assertEquals(ExitStatus.DONE, said.status(), said.err());
    assertFalse(said.err().contains("are few"), said.err());
  }

  @Test
  void counterpartsStandBesideWhatTheNetworkMakes() throws Exception {
    Path run = trained();
    Path other = Files.writeString(folder.resolve("other.tsv"), "aabb\taabbaabb\n");
    CommandRun measured =
        CommandRun.of("evaluate", run, other, "--training", folder.resolve("pairs.tsv"), "--json");
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    JsonObject result = JsonParser.parseString(measured.out()).getAsJsonObject();
    assertEquals(2, result.getAsJsonArray("baselines").size(), measured.out());
    assertFails("has no pair that the model learned", "evaluate", run, other, "--training", other);
  }

  @Test
  void sentencesAreWrittenWhereTheyAreAskedFor() throws Exception {
    Path lessons = folder.resolve("german.tsv");
    CommandRun written =
        CommandRun.of("translate", "lessons", lessons, "--of", "german", "--count", 40);
    assertEquals(ExitStatus.DONE, written.status(), written.err());
    assertEquals(40, Files.readAllLines(lessons).size());
    assertWrongUsage(
        "count must be 1 to 200,000",
        "translate",
        "lessons",
        folder.resolve("l"),
        "--of",
        "german",
        "--count",
        200_001);
  }

  @Test
  void lessonsAreWrittenOnce() throws Exception {
    Path lessons = folder.resolve("lessons.tsv");
    CommandRun written = CommandRun.of("translate", "lessons", lessons, "--count", 50);
    assertEquals(ExitStatus.DONE, written.status(), written.err());
    assertEquals(50, Files.readAllLines(lessons).size());
    assertFails("there is a file of that name", "translate", "lessons", lessons);
  }
}
