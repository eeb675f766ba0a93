package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.console.ExitStatus;
import ductus.ink.Handwriting;
import ductus.ink.read.LineFont;
import ductus.task.handwriting.synthesis.TinyHands;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandExportCommandTest {
  private final Path folder;
  private final Path model;

  HandExportCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    model = TinyHands.write(folder.resolve("tiny.safetensors"), 1);
  }

  private CommandRun export(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("hand", "export"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--model", model, "--hands", folder.resolve("hands"), "--neatness", 1));
    return CommandRun.of(all.toArray());
  }

  @Tag("long")
  @Test
  void writesATrueTypeFontThatCanBeMadeAgain() throws Exception {
    Path font = folder.resolve("one.ttf");
    CommandRun run = export("one", "--out", font, "--forms", 2, "--family", "My Hand");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().startsWith(font + "  "), run.out());
    assertTrue(run.out().contains(" characters, 2 forms of each"), run.out());
    byte[] bytes = Files.readAllBytes(font);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("GSUB"));
    assertTrue(text.contains("M\0y\0 \0H\0a\0n\0d"), "its name");
    CommandRun again =
        CommandRun.of("regenerate", folder.resolve("one.json"), "--out", folder.resolve("b.ttf"));
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("b.ttf")));
  }

  @Test
  void writesASingleLineFontOfAJoinedHandThatIsReadBack() throws Exception {
    Path font = folder.resolve("two.svg");
    CommandRun run = export("two", "--out", font, "--json");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    List<String> characters =
        LineFont.read(font).characters().stream()
            .map(Handwriting::text)
            .map(each -> each.orElseThrow())
            .toList();
    assertTrue(characters.containsAll(List.of("n", "A", "é")), characters.toString());
  }

  @Test
  void sendsAFontThroughAPipe() throws Exception {
    Path font = folder.resolve("one.svg");
    assertEquals(ExitStatus.DONE, export("one", "--out", font).status());
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, false, StandardCharsets.UTF_8));
    try {
      CommandRun run = export("one", "--to", "svg-font", "--out", "-");
      System.out.flush();
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertEquals("", run.out());
    } finally {
      System.setOut(before);
    }
    assertArrayEquals(Files.readAllBytes(font), bytes.toByteArray());
  }

  @Test
  void refusesWhatMakesNoFont() {
    refused("hand must be one of one, two but was nobody", "nobody");
    refused("a font's format must be ttf or svg-font but was otf", "one", "--to", "otf");
    refused("--forms must be 1 to 8 but was 9", "one", "--forms", 9);
    refused("--forms is for ttf", "one", "--to", "svg-font", "--forms", 2);
    refused("--nib must be from 0.025 to 2.5", "one", "--nib", 0);
    refused("--out must end in .svg for svg-font", "one", "--to", "svg-font", "--out", "x.ttf");
  }

  private void refused(String complaint, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    if (!all.contains("--out")) {
      all.addAll(List.of("--out", folder.resolve("out")));
    }
    CommandRun run = export(all.toArray());
    assertEquals(ExitStatus.WRONG_USAGE, run.status(), run.err());
    assertTrue(run.err().contains(complaint), run.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }
}
