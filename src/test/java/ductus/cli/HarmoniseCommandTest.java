package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarmoniseCommandTest {
  private static final Path TUNE = Path.of("corpora/melodies/bobby-shafto.mid");

  private final Path folder;

  HarmoniseCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void findsChordsAndMakesThemAgain() {
    CommandRun run = CommandRun.of("harmonise", TUNE, "--out", folder.resolve("a.mid"), "--json");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    JsonObject result = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals("G major", result.get("key").getAsString());
    assertTrue(result.getAsJsonArray("chords").get(0).getAsString().startsWith("| "));
    for (String ending : new String[] {"mid", "txt", "svg", "json"}) {
      assertTrue(Files.exists(folder.resolve("a." + ending)), ending);
    }
    CommandRun again =
        CommandRun.of("regenerate", folder.resolve("a.json"), "--out", folder.resolve("b"));
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    CommandRun taken = CommandRun.of("harmonise", TUNE, "--out", folder.resolve("a.mid"));
    assertEquals(ExitStatus.FAILED, taken.status());
    assertEquals(1, taken.complaints().size(), taken.err());
  }

  @Test
  void findsChordsInTheStyleThatIsAskedFor() throws Exception {
    CommandRun jazz =
        CommandRun.of("harmonise", TUNE, "--style", "jazz", "--out", folder.resolve("jazz.mid"));
    assertEquals(ExitStatus.DONE, jazz.status(), jazz.err());
    assertTrue(jazz.out().startsWith("G major, style jazz"), jazz.out());
    CommandRun folk =
        CommandRun.of("harmonise", TUNE, "--out", folder.resolve("folk.mid"), "--json");
    assertEquals(
        "folk", JsonParser.parseString(folk.out()).getAsJsonObject().get("style").getAsString());
    assertNotEquals(
        Files.readString(folder.resolve("jazz.txt")), Files.readString(folder.resolve("folk.txt")));
    CommandRun again =
        CommandRun.of("regenerate", folder.resolve("jazz.json"), "--out", folder.resolve("again"));
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    Path told = folder.resolve("told.abc");
    Files.writeString(told, "X:1\nT:T\nR:jazz\nM:4/4\nL:1/4\nK:C\nCEGE|AGFE|DFED|C4|\n");
    CommandRun byItself = CommandRun.of("harmonise", told, "--out", folder.resolve("told.mid"));
    assertTrue(byItself.out().startsWith("C major, style jazz"), byItself.out() + byItself.err());
  }

  @Test
  void singsInFourVoices() {
    CommandRun run =
        CommandRun.of("harmonise", TUNE, "--voices", "satb", "--seed", 3, "--out", folder);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("faults of voice leading"), run.out());
  }

  @Test
  void aModelIsTrainedMeasuredAndUsed() throws Exception {
    Path tunes = Files.createDirectories(folder.resolve("tunes"));
    for (String name : new String[] {"bobby-shafto", "aura-lee", "bingo"}) {
      Files.copy(Path.of("corpora/melodies", name + ".mid"), tunes.resolve(name + ".mid"));
    }
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of(
            "harmonise", "train", tunes, "--out", run, "--epochs", 1, "--hidden", 8, "--layers", 1);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.out().contains("nats per beat on held-out pieces"), trained.out());
    assertEquals(
        ExitStatus.DONE, CommandRun.of("harmonise", "train", "--resume", "--out", run).status());
    CommandRun measured = CommandRun.of("evaluate", run, tunes);
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(measured.out().startsWith("1 held-out tunes"), measured.out());
    CommandRun used = CommandRun.of("harmonise", TUNE, "--model", run, "--out", folder);
    assertEquals(ExitStatus.DONE, used.status(), used.err());
    CommandRun wrong =
        CommandRun.of("harmonise", TUNE, "--model", run, "--voices", "satb", "--out", folder);
    assertEquals(ExitStatus.FAILED, wrong.status());
    assertEquals(1, wrong.complaints().size(), wrong.err());
  }

  @Test
  void voicesAreLearnedOfChorales() throws Exception {
    Path file = folder.resolve("chorales.json");
    String chorale = "[[48,55,64,72],[47,55,62,74],[48,55,64,72],[53,57,65,72],[48,55,64,72]]";
    Files.writeString(file, "{\"train\": [%1$s,%1$s], \"valid\": [%1$s]}".formatted(chorale));
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of(
            "harmonise",
            "train",
            file,
            "--voices",
            "satb",
            "--out",
            run,
            "--epochs",
            1,
            "--hidden",
            8);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    CommandRun measured = CommandRun.of("evaluate", run, file);
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(measured.out().contains("the originals"), measured.out());
  }

  @Test
  void complainsInOneLine() throws Exception {
    assertEquals(ExitStatus.WRONG_USAGE, CommandRun.of("harmonise").status());
    assertEquals(ExitStatus.WRONG_USAGE, CommandRun.of("harmonise", "train").status());
    assertEquals(
        ExitStatus.WRONG_USAGE, CommandRun.of("harmonise", TUNE, "--voices", "ssa").status());
    assertEquals(
        ExitStatus.WRONG_USAGE, CommandRun.of("harmonise", TUNE, "--style", "polka").status());
    CommandRun both = CommandRun.of("harmonise", TUNE, "--voices", "satb", "--style", "pop");
    assertEquals(ExitStatus.WRONG_USAGE, both.status());
    assertTrue(both.err().contains("leave out one of --style and --voices"), both.err());
    Path text = Files.writeString(folder.resolve("a.mid"), "words");
    for (Object file : new Object[] {text, folder.resolve("none.mid"), folder}) {
      CommandRun run = CommandRun.of("harmonise", file, "--out", folder.resolve("x"));
      assertEquals(ExitStatus.FAILED, run.status(), run.err());
      assertEquals(1, run.complaints().size(), run.err());
    }
  }
}
