package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.task.handwriting.adaptation.OwnLines;
import ductus.task.handwriting.synthesis.TinyHands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandCommandTest {
  private final Path folder;
  private final Path model;

  HandCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    model = TinyHands.write(folder.resolve("tiny.safetensors"), 1);
  }

  private CommandRun hand(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("hand"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--hands", folder.resolve("hands")));
    return CommandRun.of(all.toArray());
  }

  @Test
  void aHandIsAddedListedShownUsedAndRemoved() {
    CommandRun added =
        hand("add", "corpora/hands/letter.json", "--name", "anna", "--model", model, "--json");
    assertTrue(
        added.status() == ExitStatus.DONE || added.status() == ExitStatus.LEFT_OUT, added.err());
    JsonObject result = JsonParser.parseString(added.out()).getAsJsonObject();
    assertEquals("", result.get("missing").getAsString());
    JsonObject fit = result.getAsJsonObject("fit");
    assertTrue(fit.get("after").getAsDouble() < fit.get("before").getAsDouble());
    CommandRun list = hand("list", "--model", model);
    assertEquals(3, list.out().lines().count(), list.err());
    assertTrue(list.out().contains("anna") && list.out().contains(", added"), list.out());
    CommandRun show = hand("show", "one", "--model", model, "--out", folder.resolve("one.svg"));
    assertEquals(ExitStatus.DONE, show.status(), show.err());
    CommandRun write =
        CommandRun.of(
            "write",
            "Me",
            "--hand",
            "anna",
            "--model",
            model,
            "--hands",
            folder.resolve("hands"),
            "--out",
            folder.resolve("me.svg"),
            "--paper",
            "300x100");
    assertEquals(ExitStatus.DONE, write.status(), write.err());
    CommandRun again =
        CommandRun.of("regenerate", folder.resolve("me.json"), "--out", folder.resolve("me2.svg"));
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertEquals(ExitStatus.DONE, hand("remove", "anna").status());
    assertEquals(2, hand("list", "--model", model).out().lines().count());
    List<String> characters = hand("list", "--model", model, "--characters").out().lines().toList();
    assertEquals(8, characters.size(), "two hands, what each has learned, composes and lacks");
    assertTrue(characters.get(2).startsWith("  composed: \u00a1\u00a2"), characters.get(2));
    assertEquals("  missing:  none", characters.get(3));
    assertEquals("  missing:  0123456789", characters.get(7));
    assertEquals(ExitStatus.WRONG_USAGE, hand("remove", "anna").status());
  }

  @Test
  void aHandIsAddedFromLinesOfSeveralFiles() throws Exception {
    Path one = OwnLines.write(folder.resolve("one.json"), OwnLines.lines(5).subList(0, 3));
    Path two = OwnLines.write(folder.resolve("two.json"), OwnLines.lines(5).subList(3, 5));
    CommandRun added =
        hand("add", one, two, "--name", "anna", "--primer", "--model", model, "--json");
    assertEquals(ExitStatus.DONE, added.status(), added.err());
    JsonObject result = JsonParser.parseString(added.out()).getAsJsonObject();
    assertEquals(5, result.get("lines").getAsInt());
    assertTrue(result.get("missing").getAsString().contains("7"), added.out());
  }

  @Test
  void aSheetIsMadeOnce() {
    Path sheet = folder.resolve("sheet.svg");
    assertEquals(ExitStatus.DONE, CommandRun.of("hand", "template", "--out", sheet).status());
    assertTrue(Files.exists(sheet));
    CommandRun second = CommandRun.of("hand", "template", "--out", sheet);
    assertEquals(ExitStatus.FAILED, second.status());
    Path lines = folder.resolve("lines.svg");
    CommandRun.of("hand", "template", "--sentences", "--out", lines);
    assertTrue(Files.exists(lines));
    CommandRun empty = hand("add", sheet, "--name", "me", "--model", model);
    assertEquals(ExitStatus.FAILED, empty.status());
    assertTrue(
        empty.err().contains("must have strokes") || empty.err().contains("no stroke"),
        empty.err());
    assertFalse(Files.exists(folder.resolve("hands")));
  }

  @Test
  void aScribbleCanBeMadeAgain() throws Exception {
    Path free = TinyHands.writeFree(folder.resolve("free.safetensors"), 1);
    Path first = folder.resolve("first.svg");
    CommandRun scribble =
        CommandRun.of("hand", "scribble", free, "--hand", "two", "--paper", "a6", "--out", first);
    assertEquals(ExitStatus.DONE, scribble.status(), scribble.err());
    Path again = folder.resolve("again.svg");
    CommandRun regenerated =
        CommandRun.of("regenerate", folder.resolve("first.json"), "--out", again);
    assertEquals(ExitStatus.DONE, regenerated.status(), regenerated.err());
    assertEquals(-1, Files.mismatch(first, again));
  }

  @Test
  void scribblesOnlyWithANetworkThatWritesFreely() {
    Path out = folder.resolve("scribble.svg");
    CommandRun scribble = CommandRun.of("hand", "scribble", model, "--out", out);
    assertEquals(ExitStatus.FAILED, scribble.status());
    assertTrue(scribble.err().contains("a network that writes texts"), scribble.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void withoutACommandSaysWhatThereIs() {
    CommandRun none = CommandRun.of("hand");
    assertEquals(ExitStatus.WRONG_USAGE, none.status());
    assertTrue(none.err().contains("template"), none.err());
  }
}
