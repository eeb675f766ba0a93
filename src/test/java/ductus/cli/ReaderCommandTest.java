package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.task.handwriting.adaptation.OwnLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderCommandTest {
  private static final List<Object> TINY =
      List.of("--hidden", 8, "--epochs", 1, "--batches", 2, "--batch", 2, "--threads", 1);

  private final Path run;

  ReaderCommandTest(@TempDir Path folder) {
    run = folder.resolve("run");
  }

  private static CommandRun train(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("reader", "train"));
    all.addAll(List.of(arguments));
    all.addAll(TINY);
    return CommandRun.of(all.toArray());
  }

  @Test
  void aReaderIsTrainedGoneOnWithAndMeasured() {
    CommandRun trained =
        train("corpora/hands", "--without", "letter,note,chancery", "--out", run, "--json");
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    JsonObject result = JsonParser.parseString(trained.out()).getAsJsonObject();
    assertEquals(4, result.getAsJsonArray("hands").size());
    assertEquals(1, result.get("best_epoch").getAsInt());
    CommandRun again = CommandRun.of("reader", "train", "--resume", "--out", run);
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertTrue(again.out().contains("nats per character on held-out lines"), again.out());
    CommandRun more = train("corpora/hands", "--from", run, "--out", run.resolveSibling("more"));
    assertEquals(ExitStatus.DONE, more.status(), more.err());
    CommandRun measured =
        CommandRun.of("evaluate", run, "corpora/hands", "--hand", "letter", "--samples", 2);
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertEquals(4, measured.out().lines().count(), measured.out());
    assertTrue(measured.out().contains("letter"), measured.out());
  }

  @Tag("long")
  @Test
  void aReaderIsTaughtSomebodysLines() throws Exception {
    assertEquals(
        ExitStatus.DONE, train("corpora/hands", "--without", "letter", "--out", run).status());
    Path lines = OwnLines.write(run.resolveSibling("mine.json"), OwnLines.lines(12));
    Path mine = run.resolveSibling("mine");
    CommandRun taught =
        CommandRun.of("reader", "adapt", lines, "--model", run, "--out", mine, "--json");
    assertEquals(ExitStatus.DONE, taught.status(), taught.err());
    JsonObject result = JsonParser.parseString(taught.out()).getAsJsonObject();
    assertEquals(12, result.get("lines").getAsInt());
    assertTrue(result.get("held_out").getAsBoolean());
    assertTrue(
        misread(result, "after", "sample") <= misread(result, "before", "sample") + 0.006,
        "forgets");
    assertTrue(misread(result, "after", "own") <= misread(result, "before", "own"));
    CommandRun read = CommandRun.of("recognise", lines, "--model", mine);
    assertEquals(ExitStatus.DONE, read.status(), read.err());

    CommandRun again = CommandRun.of("reader", "adapt", lines, "--model", run, "--out", mine);
    assertEquals(ExitStatus.FAILED, again.status(), "nothing is replaced");
    Path nothing = Files.writeString(run.resolveSibling("empty.json"), "{}");
    assertEquals(ExitStatus.FAILED, CommandRun.of("reader", "adapt", nothing).status());
  }

  private static double misread(JsonObject result, String when, String what) {
    JsonObject errors = result.getAsJsonObject(when).getAsJsonObject(what);
    return errors.get("errors").getAsDouble() / errors.get("characters").getAsDouble();
  }

  @Test
  void handsAreEnrolledInPlaceOfThoseOfTheTraining() throws Exception {
    assertEquals(
        ExitStatus.DONE, train("corpora/hands", "--subject", "hand", "--out", run).status());
    Path known = run.resolve("enrolled.safetensors");
    assertTrue(Files.readString(known, StandardCharsets.ISO_8859_1).contains("letter"));
    CommandRun enrolled =
        CommandRun.of("reader", "enroll", "corpora/hands", "--model", run, "--written-by", "hands");
    assertEquals(ExitStatus.DONE, enrolled.status(), enrolled.err());
    assertEquals(known + ": 6 hands", enrolled.out().strip());
  }

  @Test
  void doesNotChangeWhatShipsNorBeginWithWhatDoesNotFit() {
    CommandRun ships = CommandRun.of("reader", "enroll", "corpora/hands", "--model", "reader");
    assertEquals(ExitStatus.FAILED, ships.status());
    assertTrue(ships.err().contains("ships with the program"), ships.err());
    CommandRun other = train("corpora/hands", "--from", "reader", "--out", run);
    assertEquals(ExitStatus.FAILED, other.status());
    assertEquals(
        "ductus: reader: a model to begin with must have hidden size 8 but has 96",
        other.complaints().get(0));
  }

  @Test
  void wantsToKnowWhatToTrainOn() {
    assertEquals(ExitStatus.WRONG_USAGE, CommandRun.of("reader", "train").status());
    assertEquals(ExitStatus.WRONG_USAGE, CommandRun.of("reader", "train", "--resume").status());
    CommandRun none = CommandRun.of("reader", "train", "--resume", "--out", run);
    assertEquals(ExitStatus.FAILED, none.status());
    assertTrue(none.err().contains("holds no training run to go on with"), none.err());
  }
}
