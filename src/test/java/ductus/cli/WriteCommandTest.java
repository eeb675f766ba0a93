package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.task.handwriting.synthesis.TinyHands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteCommandTest {
  private final Path folder;
  private final Path model;

  WriteCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    model = TinyHands.write(folder.resolve("tiny.safetensors"), 1);
  }

  private CommandRun write(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("write"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--model", model, "--hands", folder.resolve("hands")));
    all.addAll(List.of("--paper", "300x200", "--neatness", "1"));
    return CommandRun.of(all.toArray());
  }

  private void assertLeavesNothing(int status, String complaint, Object... arguments) {
    CommandRun run = write(arguments);
    assertEquals(status, run.status(), run.err());
    assertTrue(run.err().contains(complaint), run.err());
    assertFalse(Files.exists(folder.resolve("out")), "nothing is left behind");
  }

  @Test
  void writesAPageThatCanBeMadeAgainAndExported() throws Exception {
    Path out = folder.resolve("out");
    CommandRun run =
        write("Hi Bo,\n- a\n- b", "--out", out, "--to", "svg,json", "--seed", 3, "--mix", "one:1");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(
        List.of("one-0001.svg", "one-0001.page.json", "one-0001.json"),
        run.out().lines().map(line -> Path.of(line).getFileName().toString()).toList());
    Path svg = out.resolve("one-0001.svg");
    assertTrue(Files.readString(svg).contains("Hi Bo,"), "the text is there for the blind");
    CommandRun again =
        CommandRun.of(
            "regenerate", out.resolve("one-0001.json"), "--out", folder.resolve("b/x.svg"));
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertArrayEquals(Files.readAllBytes(svg), Files.readAllBytes(folder.resolve("b/x.svg")));
    Path gcode = folder.resolve("b/plot.gcode");
    CommandRun export =
        CommandRun.of(
            "export", out.resolve("one-0001.page.json"), "--out", gcode, "--pen-down", "M3");
    assertEquals(ExitStatus.DONE, export.status(), export.err());
    assertTrue(Files.readString(gcode).contains("\nM3\n"));
  }

  @Test
  void readsTheTextOfAFileAndPrintsJson() throws Exception {
    Path text = Files.writeString(folder.resolve("text.txt"), "a b\n\nc");
    CommandRun run = write("--text", text, "--out", folder.resolve("a.svg"), "--json");
    JsonObject result = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals("one", result.get("style").getAsString());
    assertEquals(2, result.getAsJsonObject("figures").get("lines").getAsInt());
    assertTrue(Files.exists(folder.resolve("a.svg")));
  }

  @Test
  void namesEachCharacterThatTheHandLacks() throws Exception {
    Path text = Files.writeString(folder.resolve("text.txt"), "ab\nc\u0416 7");
    Path out = folder.resolve("out");
    assertLeavesNothing(
        ExitStatus.FAILED,
        text
            + ": two has no \u0416 (U+0416, line 2, column 2), 7 (U+0037, line 2, column 4);"
            + " --substitute",
        "--text",
        text,
        "--hand",
        "two",
        "--out",
        out);
    assertLeavesNothing(
        ExitStatus.WRONG_USAGE,
        "one has no \u0436 (U+0436, line 1, column 4)",
        "caf\u0436",
        "--out",
        out);
  }

  @Test
  void saysWhatStandsInThePlaceOfWhatTheHandLacks() {
    CommandRun run =
        write("No \u2153 \u2460 caf\u00e9", "--substitute", "--out", folder.resolve("a.svg"));
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(
        run.err().contains("one lacks characters: wrote 1/3 for \u2153, 1 for \u2460\n"),
        run.err());
    CommandRun less =
        write("a\u5b57b\u2153", "--substitute", "--out", folder.resolve("b.svg"), "--quiet");
    assertEquals(ExitStatus.LEFT_OUT, less.status(), less.err());
    assertEquals(
        List.of("ductus: one lacks characters: wrote 1/3 for \u2153; left out \u5b57 (U+5B57)"),
        less.complaints());
  }

  @Test
  void refusesWhatCannotBeDone() throws Exception {
    Path out = folder.resolve("out");
    assertLeavesNothing(
        ExitStatus.WRONG_USAGE, "must have a word but was empty", " ", "--out", out);
    assertLeavesNothing(ExitStatus.WRONG_USAGE, "either a TEXT or a --text FILE", "--out", out);
    assertLeavesNothing(
        ExitStatus.WRONG_USAGE,
        "hand must be one of one, two but was x",
        "a",
        "--hand",
        "x",
        "--out",
        out);
    assertLeavesNothing(
        ExitStatus.WRONG_USAGE,
        "--hand and --mix cannot go together",
        "a",
        "--hand",
        "one",
        "--mix",
        "one:1");
    assertLeavesNothing(
        ExitStatus.WRONG_USAGE,
        "at most 100000 characters but had 100002",
        "a ".repeat(50_001),
        "--out",
        out);
    assertLeavesNothing(ExitStatus.WRONG_USAGE, "slant must be -45 to 45", "a", "--slant", "80");
    assertLeavesNothing(ExitStatus.WRONG_USAGE, "format must be one of", "a", "--to", "doc");
    assertLeavesNothing(ExitStatus.FAILED, "no such file", "--text", folder.resolve("none.txt"));
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0});
    assertLeavesNothing(ExitStatus.FAILED, "must be text in UTF-8", "--text", binary);
  }

  @Test
  void aWordWiderThanThePageIsNamed() {
    assertLeavesNothing(
        ExitStatus.WRONG_USAGE,
        "the word \"mmmmm",
        "m".repeat(80),
        "--size",
        "5",
        "--out",
        folder.resolve("out"));
  }

  private Path list(String text) throws Exception {
    return Files.writeString(folder.resolve("list.csv"), text);
  }

  private List<String> files(Path of) throws Exception {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesALetterForEachRowAndGoesOnWhereItStopped() throws Exception {
    Path list = list("name,--seed,--size\nAa,5,\nBo,,4\naa,,\n\"b\nc\",,\n");
    Path out = folder.resolve("out");
    Object[] merge = {
      "Hi {name}", "--merge", list, "--out", out, "--to", "svg", "--name", "{name}"
    };
    CommandRun run = write(merge);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(
        List.of(
            "Aa.json",
            "Aa.svg",
            "Bo.json",
            "Bo.svg",
            "aa_2.json",
            "aa_2.svg",
            "b_c.json",
            "b_c.svg"),
        files(out));
    CommandRun alone = write("Hi Aa", "--seed", 5, "--out", folder.resolve("alone.svg"));
    assertEquals(ExitStatus.DONE, alone.status(), alone.err());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("alone.svg")), Files.readAllBytes(out.resolve("Aa.svg")));
    byte[] bo = Files.readAllBytes(out.resolve("Bo.svg"));
    CommandRun made =
        CommandRun.of("regenerate", out.resolve("Bo.json"), "--out", folder.resolve("b.svg"));
    assertEquals(ExitStatus.DONE, made.status(), made.err());
    assertArrayEquals(bo, Files.readAllBytes(folder.resolve("b.svg")));
    Files.delete(out.resolve("Bo.svg"));
    Files.delete(out.resolve("Bo.json"));
    // What a run that was killed leaves.
    Files.write(out.resolve("aa_2.json"), new byte[0]);
    CommandRun again = write(merge);
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertEquals("2 new letters in %s, 2 were there already".formatted(out), again.out().strip());
    assertArrayEquals(bo, Files.readAllBytes(out.resolve("Bo.svg")));
  }

  @Test
  void leavesOutRowsThatCannotBeWrittenAndNamesTheirLines() throws Exception {
    Path list = list("name,--hand\na\u0416,\nb,nobody\nc\n,\nd,\n");
    Path out = folder.resolve("out");
    CommandRun run = write("{name}", "--merge", list, "--out", out);
    assertEquals(ExitStatus.LEFT_OUT, run.status(), run.err());
    assertTrue(run.err().contains("list.csv: line 2: one has no \u0416"), run.err());
    assertTrue(run.err().contains("list.csv: line 3: hand must be one of one"), run.err());
    assertTrue(run.err().contains("list.csv: line 4: must have 2 values"), run.err());
    assertEquals(List.of("0004.json", "0004.svg"), files(out));
    Files.writeString(out.resolve("0004.svg"), "changed");
    run = write("{name}", "--merge", list, "--out", out);
    assertEquals(ExitStatus.FAILED, run.status(), run.err());
    assertTrue(run.err().contains("0004.svg: was changed or removed"), run.err());
    run = write("{name}x", "--merge", list, "--out", out);
    assertTrue(run.err().contains("0004.json: is of something else"), run.err());
    assertEquals("changed", Files.readString(out.resolve("0004.svg")));
  }

  @Test
  void namesRowsAsIfThoseThatAreLeftOutWereThere() throws Exception {
    Path out = folder.resolve("out");
    Path list = list("name,town\nAa\nAa,b\n");
    Object[] merge = {"{name}", "--merge", list, "--out", out, "--name", "{name}", "-tpng"};
    CommandRun run = write(merge);
    assertEquals(ExitStatus.LEFT_OUT, run.status(), run.err());
    assertEquals(List.of("Aa_2.json", "Aa_2.png"), files(out));
    list("name,town\nAa,a\nAa,b\n");
    run = write(merge);
    assertEquals("1 new letters in %s, 1 were there already".formatted(out), run.out().strip());
    assertEquals(List.of("Aa.json", "Aa.png", "Aa_2.json", "Aa_2.png"), files(out));
  }

  @Test
  void refusesATableOrATextThatCannotBeMergedAndLeavesNothing() throws Exception {
    Path list = list("name,town\na,b\n");
    Object[] out = {"--merge", list, "--out", folder.resolve("out")};
    assertLeavesNothing(
        ExitStatus.WRONG_USAGE,
        "line 1, column 4: there is no column {nmae} in "
            + list
            + ", but one like it, name; its columns are name, town",
        with(out, "Hi {nmae}"));
    assertLeavesNothing(
        ExitStatus.WRONG_USAGE, "line 1, column 2: a { must begin", with(out, "a{"));
    assertLeavesNothing(
        ExitStatus.WRONG_USAGE,
        "--name: line 1, column 1: there is no column {x}",
        with(out, "a", "--name", "{x}"));
    assertLeavesNothing(ExitStatus.WRONG_USAGE, "--name goes with --merge", "a", "--name", "x");
    Path text = Files.writeString(folder.resolve("text.txt"), "a\n{x}");
    assertLeavesNothing(
        ExitStatus.FAILED,
        text + ": line 2, column 1: there is no column {x}",
        with(out, "--text", text));
    list("name,--haand\na,b\n");
    assertLeavesNothing(
        ExitStatus.FAILED,
        "column --haand: there is no option --haand, but one like it, --hand",
        with(out, "a"));
    list("name,--out\na,b\n");
    assertLeavesNothing(ExitStatus.FAILED, "--out: this option is for all rows", with(out, "a"));
    list("name,--kernels\na,ejml\n");
    assertLeavesNothing(
        ExitStatus.FAILED, "--kernels: this option is for all rows", with(out, "a"));
    list("name\n" + "a\n".repeat(100_001));
    assertLeavesNothing(ExitStatus.FAILED, "must have at most 100,000 rows", with(out, "a"));
    list("name\n");
    assertLeavesNothing(ExitStatus.FAILED, "must have rows below its header", with(out, "a"));
  }

  private static Object[] with(Object[] some, Object... others) {
    return Stream.concat(Stream.of(others), Stream.of(some)).toArray();
  }
}
