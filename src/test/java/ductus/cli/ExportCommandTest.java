package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.corpus.ScoreFile;
import ductus.ink.page.PageJson;
import ductus.ink.render.TestPages;
import ductus.music.midi.MidiReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  private static final List<String> ONE_OF_EACH =
      List.of(
          "x.jfugue",
          "x.svg",
          "x.csv",
          "x.wav",
          "y.mid",
          "x.musicxml",
          "x.abc",
          "x.sheet.svg",
          "x.pdf");

  private final Path folder;

  ExportCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void makesTheMidiFilesOfAFolderOfAbcAndTheSameBytesAgain() throws Exception {
    Path abc = SampleFiles.abc(folder.resolve("a.abc"), "A");
    SampleFiles.abc(folder.resolve("b.abc"), "B", "d");
    CommandRun run = CommandRun.of("export", folder, "--to", "midi", "--out", folder);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(2, run.out().lines().count());
    Path midi = folder.resolve("a.mid");
    assertEquals(ScoreFile.read(abc), MidiReader.read(midi));
    byte[] before = Files.readAllBytes(midi);
    assertEquals(
        ExitStatus.DONE, CommandRun.of("export", folder, "--to", "midi", "--out", folder).status());
    assertArrayEquals(before, Files.readAllBytes(midi));
    assertEquals(4, files().size(), files().toString());
  }

  @Test
  void saysHowLongAPlotterTakesForAPage() throws Exception {
    Path pages = folder.resolve("a.page.json");
    Files.write(pages, PageJson.bytes(List.of(TestPages.card()), "a card"));
    CommandRun run = CommandRun.of("export", pages, "--to", "ebb", "--out", folder);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().matches("(?s).*a\\.ebb\\RThe pen travels .* lifts: about .*"), run.out());
    CommandRun json =
        CommandRun.of(
            "export",
            pages,
            "--to",
            "gcode",
            "--plotter",
            "grbl",
            "--plot-ruling",
            "--out",
            folder,
            "--json");
    JsonObject travel =
        JsonParser.parseString(json.out())
            .getAsJsonObject()
            .getAsJsonArray("travel")
            .get(0)
            .getAsJsonObject();
    assertEquals(1, travel.get("changes").getAsInt());
    assertTrue(travel.get("seconds").getAsDouble() > 10, json.out());
    CommandRun inspected = CommandRun.of("inspect", pages);
    assertTrue(inspected.out().contains("  plotted in "), inspected.out());
    CommandRun svg = CommandRun.of("export", pages, "--to", "svg", "--out", folder, "--json");
    assertFalse(svg.out().contains("travel"), svg.out());
  }

  @Test
  void plottersThatDoNotFitAreNamed() throws Exception {
    Path pages = folder.resolve("a.page.json");
    Files.write(pages, PageJson.bytes(List.of(TestPages.card()), "a card"));
    assertMistake(pages, "the plotter axidraw takes no gcode: ", "gcode", "--plotter", "axidraw");
    assertMistake(
        pages, "--plotter: plotter must be one of z-axis, ", "gcode", "--plotter", "cricut");
    assertMistake(pages, "page 1 needs ", "ebb", "--bed", "50x50");
    assertMistake(
        pages, "--acceleration: acceleration must be 1 to ", "gcode", "--acceleration", "0");
    assertMistake(pages, "an AxiDraw's pen begins ", "ebb", "--origin", "bottom_left");
  }

  private void assertMistake(Path pages, String start, String format, String... options) {
    List<Object> arguments = new ArrayList<>(List.of("export", pages, "--to", format));
    arguments.addAll(List.of("--out", folder));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(arguments.toArray());
    assertEquals(ExitStatus.WRONG_USAGE, run.status(), run.err());
    assertTrue(run.err().startsWith("ductus: " + start), run.err());
  }

  @Test
  void exportsCountlessBarsOrSaysWhyNot() throws Exception {
    Path midi = SampleFiles.countlessBars(folder.resolve("long.mid"));
    for (String name : ONE_OF_EACH) {
      Path out = folder.resolve(name);
      CommandRun run = CommandRun.of("export", midi, "--out", out);
      assertTrue(
          run.status() == ExitStatus.DONE
              ? Files.size(out) < 10_000_000
              : run.err().contains("long.mid: "),
          name + run.err());
    }
  }

  @Test
  void writesEachFormatToAFileThatIsNamed() throws Exception {
    Path midi = SampleFiles.midi(folder.resolve("a.mid"), "A tune", "G");
    for (String name : ONE_OF_EACH) {
      Path out = folder.resolve("out").resolve(name);
      CommandRun run = CommandRun.of("export", midi, "--out", out);
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertEquals(out.toString(), run.out().strip());
      assertTrue(Files.size(out) > 0, name);
    }
    assertTrue(Files.readString(folder.resolve("out/x.svg")).contains("A tune"));
    assertEquals(MidiReader.read(midi), MidiReader.read(folder.resolve("out/y.mid")));
    assertTrue(Files.readString(folder.resolve("out/x.sheet.svg")).contains("class=\"note\""));
    assertEquals(10, files().size(), files().toString());
  }

  @Test
  void givesInputsOfOneNameDifferentOutputs() throws Exception {
    SampleFiles.midi(folder.resolve("a.mid"), "A", "G");
    SampleFiles.abc(folder.resolve("deep/a.abc"), "Another");
    SampleFiles.abc(folder.resolve("a.abc"), "A");
    Path out = folder.resolve("out");
    CommandRun run = CommandRun.of("export", folder, "--to", "csv", "--out", out);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(
        List.of(out.resolve("a.csv").toString(), out.resolve("a-2.csv").toString()),
        run.out().lines().toList());
  }

  @Test
  void takesABookApart() throws Exception {
    Path one = SampleFiles.abc(folder.resolve("one.abc"), "One");
    Path two = SampleFiles.abc(folder.resolve("two.abc"), "Two", "d");
    Path book = folder.resolve("book.abc");
    Files.writeString(book, Files.readString(one) + "\n" + Files.readString(two));
    Path out = folder.resolve("out");
    CommandRun run = CommandRun.of("export", book, "--to", "musicxml", "--out", out);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(Files.readString(out.resolve("book.musicxml")).contains("One"));
    assertTrue(Files.readString(out.resolve("book-2.musicxml")).contains("Two"));
    Path second = folder.resolve("book.abc#2");
    CommandRun named = CommandRun.of("export", second, "--out", out.resolve("x.mid"));
    assertEquals(ExitStatus.DONE, named.status(), named.err());
    assertEquals(ScoreFile.read(two), MidiReader.read(out.resolve("x.mid")));
  }

  @Test
  void goesOnAfterABadFileAndNamesIt() throws Exception {
    Path broken = SampleFiles.broken(folder.resolve("broken.mid"));
    Path good = SampleFiles.midi(folder.resolve("good.mid"), "Good", "G");
    Path out = folder.resolve("out");
    CommandRun run =
        CommandRun.of("export", broken, good, "--to", "jfugue", "--out", out, "--json");
    assertEquals(ExitStatus.LEFT_OUT, run.status());
    assertEquals(1, run.complaints().size(), run.err());
    assertTrue(run.err().startsWith("ductus: left out " + broken + ": byte"), run.err());
    JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals(1, report.getAsJsonArray("written").size());
    assertEquals(1, report.getAsJsonArray("left_out").size());
  }

  @Test
  void failsWhereNothingCameOfIt() throws Exception {
    Path broken = SampleFiles.broken(folder.resolve("broken.mid"));
    CommandRun run = CommandRun.of("export", broken, "--to", "csv", "--out", folder);
    assertEquals(ExitStatus.FAILED, run.status());
    assertEquals(1, run.complaints().size(), run.err());
    Path silent =
        Files.writeString(folder.resolve("z.abc"), "X:1\nT:Z\nM:4/4\nL:1/4\nK:C\nz4 |]\n");
    CommandRun wav = CommandRun.of("export", silent, "--to", "wav", "--out", folder);
    assertEquals(ExitStatus.FAILED, wav.status());
    assertTrue(wav.err().contains("the piece has no notes to render"), wav.err());
    assertEquals(2, files().size(), files().toString());
  }

  @Test
  void hasOneLineForASoundFontThatIsMissingOrNone() throws Exception {
    Path midi = SampleFiles.midi(folder.resolve("a.mid"), "A", "G");
    Path none = folder.resolve("none.sf2");
    Path text = Files.writeString(folder.resolve("text.sf2"), "no sounds");
    for (Path font : List.of(none, text)) {
      CommandRun run =
          CommandRun.of("export", midi, "--out", folder.resolve("a.wav"), "--soundfont", font);
      assertEquals(ExitStatus.FAILED, run.status());
      assertEquals(1, run.complaints().size(), run.err());
      assertTrue(run.err().startsWith("ductus: " + font + ": "), run.err());
    }
    assertFalse(Files.exists(folder.resolve("a.wav")));
  }

  @Test
  void doesNotReplaceItsInput() throws Exception {
    Path midi = SampleFiles.midi(folder.resolve("a.mid"), "A", "G");
    CommandRun run = CommandRun.of("export", midi, "--to", "midi", "--out", folder);
    assertEquals(ExitStatus.FAILED, run.status());
    assertTrue(run.err().contains("would be replaced by its own export"), run.err());
    CommandRun named = CommandRun.of("export", midi, "--out", midi);
    assertEquals(ExitStatus.WRONG_USAGE, named.status());
    assertTrue(named.err().contains("--out must be another file"), named.err());
  }

  @Test
  void hasOneLineAndAHintForEachMistakeOfUsage() throws Exception {
    Path midi = SampleFiles.midi(folder.resolve("a.mid"), "A", "G");
    assertWrong("Missing --to FORMAT", midi);
    assertWrong("--to: format must be one of midi,", midi, "--to", "x");
    assertWrong("--out must end in .wav", midi, "--to", "wav", "--out", "x.csv");
    assertWrong("--out must name a folder", midi, midi, "--to", "wav", "--out", "x.wav");
    assertWrong("Missing FILE", "--to", "wav");
    assertWrong("--soundfont goes with --to wav", midi, "--to", "csv", "--soundfont", "x.sf2");
  }

  @Test
  void saysPlainlyThatAnOutputCannotBeWritten() throws Exception {
    Path midi = SampleFiles.midi(folder.resolve("a.mid"), "A", "G");
    Path out = midi.resolve("below");
    CommandRun run = CommandRun.of("export", midi, "--to", "csv", "--out", out);
    assertEquals(ExitStatus.FAILED, run.status());
    assertEquals(1, run.complaints().size(), run.err());
    assertTrue(run.err().startsWith("ductus: " + midi + ": is a file where"), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }

  private void assertWrong(String start, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "export";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CommandRun run = CommandRun.of(all);
    assertEquals(ExitStatus.WRONG_USAGE, run.status());
    assertEquals(2, run.complaints().size(), run.err());
    assertTrue(run.err().startsWith("ductus: " + start), run.err());
    assertEquals("Try 'ductus export --help'", run.complaints().get(1));
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
