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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagCommandTest {
  private final Path folder;

  TagCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Sentences in which the place decides: what stands first is A, the others are B. */
  private Path sentences() throws Exception {
    StringBuilder text = new StringBuilder();
    String[] words = "da di do du ka ki ko ku".split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      for (int j = 0; j < 3; j++) {
        text.append(words[i]).append("\tA\n");
        text.append(words[(i + j + 1) % words.length]).append("\tB\n");
        text.append(words[(i + 2 * j + 3) % words.length]).append("\tB\n\n");
      }
    }
    return Files.writeString(folder.resolve("places.tsv"), text);
  }

  @Test
  void aModelIsTrainedUsedAndMeasured() throws Exception {
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of(
            "tag",
            "train",
            sentences(),
            "--out",
            run,
            "--epochs",
            30,
            "--hidden",
            8,
            "--embedding",
            8,
            "--batch",
            4,
            "--learning-rate",
            0.02);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.out().contains("held-out words right, 100.0 %"), trained.out());
    CommandRun resumed = CommandRun.of("tag", "train", "--resume", "--out", run);
    assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());
    CommandRun used = CommandRun.of("tag", "--model", run, "ko", "ko", "da");
    assertEquals("ko/A ko/B da/B", used.out().strip(), used.err());
    Path lines = Files.writeString(folder.resolve("lines.txt"), "da di\n\nku\n");
    CommandRun json = CommandRun.of("tag", "--model", run, lines, "--json");
    JsonObject result = JsonParser.parseString(json.out()).getAsJsonObject();
    assertEquals(2, result.getAsJsonArray("sentences").size());
    Path picture = folder.resolve("p.svg");
    CommandRun measured = CommandRun.of("evaluate", run, sentences(), "--out", picture);
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(measured.out().contains("by each word's most frequent tag"), measured.out());
    assertTrue(Files.exists(picture));
  }

  @Test
  void aBaselineIsOfAllThatWasLearnedOrOfNothing() throws Exception {
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of("tag", "train", sentences(), "--out", run, "--epochs", 1, "--hidden", 4);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    // A few learned sentences, and one that nobody has seen.
    String few = String.join("\n", Files.readAllLines(sentences()).subList(0, 24));
    Path other = Files.writeString(folder.resolve("few.tsv"), few + "\n\nku\tA\nku\tB\n\n");
    CommandRun measured = CommandRun.of("evaluate", run, other);
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(
        measured.err().matches("(?s).*No rule beside the network: \\d+ of the \\d+ sentences.*"),
        measured.err());
    assertFalse(measured.out().contains("most frequent tag"), measured.out());
    assertFalse(measured.out().contains("no training sentence has"), measured.out());
    CommandRun beside = CommandRun.of("evaluate", run, other, "--training", sentences());
    assertTrue(beside.out().contains("most frequent tag"), beside.out() + beside.err());
  }

  @Test
  void whatCannotBeLearnedIsNamed() throws Exception {
    Path one = Files.writeString(folder.resolve("one.tsv"), "a\tX\n\nb\tX\n");
    assertFails("must have two tags or more", "tag", "train", one, "--out", folder.resolve("r"));
    Path single = Files.writeString(folder.resolve("single.tsv"), "a\tX\nb\tY\n");
    assertFails("must have two sentences", "tag", "train", single, "--out", folder.resolve("r"));
    assertFails(
        "a model of melody, not of",
        "tag",
        "--model",
        "src/main/resources/ductus/models/folk/model.safetensors",
        "a");
  }

  @Test
  void wrongUsageIsNamed() throws Exception {
    assertWrongUsage("Missing TEXT", "tag");
    assertWrongUsage("Missing FILE.tsv", "tag", "train");
    assertWrongUsage("a text must have words", "tag", "");
    assertWrongUsage(
        "cell must be without +mean",
        "tag",
        "train",
        sentences(),
        "--out",
        folder.resolve("r"),
        "--cell",
        "lstm+mean");
  }

  @Test
  void theShippedModelNamesPartsOfSpeech() {
    assertEquals(
        "The/DET old/ADJ dog/NOUN quickly/ADV ate/VERB it/PRON ./.",
        CommandRun.of("tag", "The old dog quickly ate it.").out().strip());
    assertTrue(CommandRun.of("inspect", "tags").out().contains("says       ., ADJ, ADP"));
  }
}
