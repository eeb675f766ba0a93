package ductus.cli;

import static ductus.cli.Complaints.assertFails;
import static ductus.cli.Complaints.assertWrongUsage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextCommandTest {
  private static final Path BOOK = Path.of("corpora/texts/books/declaration-of-independence.txt");

  private final Path folder;

  TextCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aModelOfCharactersIsTrainedResumedMeasuredAndWrites() throws Exception {
    Path run = train();
    assertEquals(
        ExitStatus.DONE, CommandRun.of("text", "train", "--resume", "--out", run).status());
    assertTrue(Files.exists(run.resolve("samples/epoch-0001.txt")), "a sample to read");
    CommandRun again = CommandRun.of("text", "train", BOOK, "--out", run);
    assertEquals(ExitStatus.FAILED, again.status());
    assertEquals(1, again.complaints().size(), again.err());

    CommandRun measured = CommandRun.of("evaluate", run, BOOK, "--json");
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    JsonObject figures = JsonParser.parseString(measured.out()).getAsJsonObject();
    JsonObject counts = figures.getAsJsonObject("counts");
    int order = counts.get("order").getAsInt();
    assertTrue(order >= 1 && order <= 8, order + "-grams");
    for (JsonObject predicted :
        List.of(
            figures.getAsJsonObject("network"),
            figures.getAsJsonObject("unigram"),
            counts.getAsJsonObject("figures"))) {
      double bits = predicted.get("bits_per_character").getAsDouble();
      assertTrue(bits > 1 && bits < 8, predicted.toString());
    }
    assertTrue(CommandRun.of("evaluate", run, BOOK).out().contains("bits/character"));

    CommandRun made =
        CommandRun.of(
            "text",
            "generate",
            run,
            "--primer",
            "We hold",
            "--length",
            50,
            "--seed",
            4,
            "--out",
            folder.resolve("a.txt"));
    assertEquals(ExitStatus.DONE, made.status(), made.err());
    String text = Files.readString(folder.resolve("a.txt"));
    assertTrue(text.startsWith("We hold") && text.length() == 7 + 50 + 1, text);
    CommandRun remade =
        CommandRun.of("regenerate", folder.resolve("a.json"), "--out", folder.resolve("b.txt"));
    assertEquals(ExitStatus.DONE, remade.status(), remade.err());
    assertEquals(text, Files.readString(folder.resolve("b.txt")));
  }

  @Test
  void aModelOfWordsCompletesLines() throws Exception {
    Path run = train("--words", "--most-words", 300);
    CommandRun completed = CommandRun.of("text", "complete", run, "He has", "--top", 4, "--json");
    assertEquals(ExitStatus.DONE, completed.status(), completed.err());
    JsonObject result = JsonParser.parseString(completed.out()).getAsJsonObject();
    assertTrue(result.get("line").getAsString().startsWith("He has"), completed.out());
    assertEquals(4, result.getAsJsonArray("words").size());
    assertTrue(CommandRun.of("text", "complete", run, "He has").out().contains("probability"));
    assertEquals(ExitStatus.DONE, CommandRun.of("inspect", run).status());
  }

  @Test
  void aRunSaysWhatCameOfItAndIsBegunAgainFromItsConfiguration() throws Exception {
    Path run = train("--words", "--most-words", 200);
    Path again = folder.resolve("again");
    CommandRun trained =
        CommandRun.of(
            "text", "train", "--config", run.resolve("config.json"), "--out", again, "--json");
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    JsonObject result = JsonParser.parseString(trained.out()).getAsJsonObject();
    assertEquals("text", result.get("task").getAsString());
    assertEquals("token", result.get("target").getAsString());
    assertEquals(4, result.get("pieces").getAsInt());
    assertTrue(result.get("vocabulary").getAsInt() > 200, trained.out());
    assertTrue(result.get("validation_nats").getAsDouble() > 0);
    assertArrayEquals(
        Files.readAllBytes(run.resolve("model.safetensors")),
        Files.readAllBytes(again.resolve("model.safetensors")));
    CommandRun other =
        CommandRun.of(
            "train", "--config", run.resolve("config.json"), "--out", folder.resolve("x"));
    assertEquals(ExitStatus.FAILED, other.status());
    assertTrue(
        other.complaints().get(0).contains("is of the task text, but 'train' is of the task music"),
        other.err());
  }

  @Test
  void plansWithoutWriting() {
    CommandRun planned =
        CommandRun.of("text", "train", BOOK, "--hidden", 8, "--dry-run", "--out", folder);
    assertEquals(ExitStatus.DONE, planned.status(), planned.err());
    assertTrue(planned.out().contains("4 passages, 1 held out"), planned.out());
  }

  @Test
  void namesWhatIsWrong() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertFails("the folder has no files", "text", "train", empty);
    Path bad = Files.createDirectories(folder.resolve("bad"));
    Files.write(bad.resolve("x.txt"), new byte[] {'a', 'b', (byte) 0xE9, ' '});
    assertFails("x.txt: byte 2: is not UTF-8", "text", "train", bad);
    Path small = Files.writeString(folder.resolve("small.txt"), "Too short.\n");
    assertFails("two passages at least", "text", "train", small);
    assertWrongUsage("Missing FOLDER", "text", "train");
    assertWrongUsage("--most-words", "text", "train", BOOK, "--most-words", 5);
    assertFails("no such model", "text", "generate", folder.resolve("none"));
    assertFails("a model of melody", "text", "complete", shippedFolk(), "x");
    Path run = train();
    assertWrongUsage("'\u0416' (U+0416)", "text", "generate", run, "--primer", "a\u0416b");
    assertWrongUsage("length must be", "text", "generate", run, "--length", 0);
    assertWrongUsage("--top", "text", "complete", run, "a", "--top", 0);
  }

  @Test
  void aFileThatCannotBeReadIsLeftOutAndTheRestLearned() throws Exception {
    Path texts = Files.createDirectories(folder.resolve("texts"));
    Files.copy(BOOK, texts.resolve("a.txt"));
    Files.write(texts.resolve("b.txt"), new byte[] {(byte) 0xFF});
    CommandRun run = train(texts, ExitStatus.LEFT_OUT);
    assertTrue(run.err().contains("left out"), run.err());
    assertTrue(run.err().contains("b.txt: byte 0: is not UTF-8"), run.err());
  }

  private Path shippedFolk() throws Exception {
    Path file = folder.resolve("folk.safetensors");
    Files.copy(Path.of("src/main/resources/ductus/models/folk/model.safetensors"), file);
    return file;
  }

  private Path train(Object... more) {
    Path run = folder.resolve("run");
    Object[] arguments = new Object[10 + more.length];
    Object[] begin = {
      "text", "train", BOOK, "--out", run, "--epochs", 1, "--hidden", 16, "--embedding=8"
    };
    System.arraycopy(begin, 0, arguments, 0, 10);
    System.arraycopy(more, 0, arguments, 10, more.length);
    CommandRun trained = CommandRun.of(arguments);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    return run;
  }

  private CommandRun train(Path texts, int status) {
    CommandRun trained =
        CommandRun.of(
            "text", "train", texts, "--out", folder.resolve("r"), "--epochs", 1, "--hidden", 8);
    assertEquals(status, trained.status(), trained.err());
    return trained;
  }
}
