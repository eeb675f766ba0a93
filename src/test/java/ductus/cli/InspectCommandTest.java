package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.music.encoding.MelodyEncoding;
import ductus.task.harmony.HarmonyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  private final Path folder;

  InspectCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void showsWhatIsInATune() throws Exception {
    CommandRun run = CommandRun.of("inspect", SampleFiles.abc(folder.resolve("w.abc"), "Waltz"));
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    for (String expected :
        List.of(
            "Waltz (",
            "4 bars, 6.0 s, 480 ticks a quarter note",
            "120 quarter notes a minute",
            "3/4",
            "G major",
            "G D7 G",
            "* Melody (track 1, channel 1)",
            "2 steps a quarter note",
            "start, 2 steps a quarter, 3/4, G major, 4 bars, new bar")) {
      assertTrue(run.out().contains(expected), expected + " in:\n" + run.out());
    }
    assertEquals("", run.err());
  }

  @Test
  void printsWhatIsInATuneAsJson() throws Exception {
    Path midi = SampleFiles.midi(folder.resolve("w.mid"), "Waltz", "G");
    JsonObject report = json(CommandRun.of("inspect", "--json", midi));
    assertEquals("Waltz", report.get("title").getAsString());
    assertEquals(4, report.getAsJsonObject("length").get("bars").getAsInt());
    assertEquals(2, report.getAsJsonArray("tracks").size());
    JsonObject melody = report.getAsJsonObject("melody");
    assertEquals(10, melody.getAsJsonObject("tune").get("notes").getAsInt());
    assertEquals(3, melody.getAsJsonArray("candidates").size());
  }

  @Test
  void saysWhyAPieceHasNoMelody() throws Exception {
    Path abc =
        Files.writeString(folder.resolve("s.abc"), "X:1\nT:Short\nM:4/4\nL:1/4\nK:C\nC D E2 |]\n");
    CommandRun run = CommandRun.of("inspect", abc);
    assertEquals(ExitStatus.DONE, run.status());
    assertTrue(run.out().contains("No melody to learn from: its melody has 3 notes"), run.out());
  }

  @Test
  void doesNotLayOutCountlessBars() throws Exception {
    Path midi = SampleFiles.countlessBars(folder.resolve("long.mid"));
    CommandRun run = CommandRun.of("inspect", midi);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("more than 65,536 bars"), run.out());
    assertTrue(run.out().contains("No melody to learn from"), run.out());
    JsonObject report = json(CommandRun.of("inspect", "--json", midi));
    assertFalse(report.getAsJsonObject("length").has("bars"));
    CommandRun all = CommandRun.of("inspect", folder);
    assertTrue(all.out().contains("0 found, 1 piece without one"), all.out());
  }

  @Test
  void countsAFolderAndNamesWhatIsLeftOut() throws Exception {
    SampleFiles.midi(folder.resolve("a.mid"), "A", "G");
    SampleFiles.midi(folder.resolve("b.mid"), "B", "B");
    SampleFiles.midi(folder.resolve("sub.mid"), "The same as A", "G");
    Path broken = SampleFiles.broken(folder.resolve("deep/broken.mid"));
    SampleFiles.abc(folder.resolve("a.abc"), "A");
    SampleFiles.abc(folder.resolve("other.abc"), "Other", "d");
    CommandRun run = CommandRun.of("inspect", folder);
    assertEquals(ExitStatus.LEFT_OUT, run.status());
    assertTrue(
        run.out().contains("5 MIDI, ABC or MusicXML files: 3 pieces, 1 duplicate, 1 left out"),
        run.out());
    assertTrue(run.out().contains("3 found, 0 pieces without one"), run.out());
    assertEquals(1, run.complaints().size(), run.err());
    assertTrue(run.err().startsWith("ductus: left out " + broken + ": "), run.err());

    JsonObject report = json(CommandRun.of("inspect", "--json", "--threads", 1, folder));
    assertEquals(3, report.getAsJsonObject("melodies").get("found").getAsInt());
    JsonArray leftOut = report.getAsJsonArray("left_out");
    assertEquals(broken.toString(), leftOut.get(0).getAsJsonObject().get("file").getAsString());
  }

  @Test
  void aClusterIsForFolders() throws Exception {
    Path midi = SampleFiles.midi(folder.resolve("a.mid"), "A", "G");
    for (Object what : List.of("folk", midi)) {
      CommandRun run = CommandRun.of("inspect", what, "--master", "local[1]");
      assertEquals(ExitStatus.WRONG_USAGE, run.status());
      assertEquals(
          "ductus: --master is for folders; inspect " + what + " without it",
          run.complaints().get(0));
    }
    CommandRun sheet =
        CommandRun.of("inspect", "hdfs://a/b", "--master", "local[1]", "--out", "a.svg");
    assertEquals(
        "ductus: --out goes with a folder that this machine sees, not with hdfs://a/b",
        sheet.complaints().get(0));
  }

  @Test
  void readsAFolderOfAbcWhereThereIsNoMidi() throws Exception {
    SampleFiles.abc(folder.resolve("a.abc"), "A");
    CommandRun run = CommandRun.of("inspect", folder);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("1 MIDI, ABC or MusicXML file: 1 piece"), run.out());
  }

  @Test
  void showsWhatIsInTheModelsOfHarmony() throws Exception {
    for (String name : HarmonyModels.SHIPPED) {
      CommandRun run = CommandRun.of("inspect", name);
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertTrue(run.out().contains("units (lstm, both directions)"), run.out());
      JsonObject report = json(CommandRun.of("inspect", "--json", name));
      assertTrue(report.get("parameters").getAsLong() > 50_000, name);
    }
    assertTrue(CommandRun.of("inspect", "choir").out().contains("nats a note"));
  }

  @Test
  void showsWhatIsInTheModelsOfHandwriting() throws Exception {
    CommandRun hands = CommandRun.of("inspect", "hands");
    assertEquals(ExitStatus.DONE, hands.status(), hands.err());
    assertTrue(hands.out().contains("chancery"), hands.out());
    assertTrue(hands.out().contains("nats a pen point"), hands.out());
    JsonObject reader = json(CommandRun.of("inspect", "--json", "reader"));
    assertEquals("reader", reader.get("name").getAsString());
    assertTrue(reader.get("alphabet").getAsString().contains("Æ"));
    assertEquals(0, reader.getAsJsonArray("hands").size());
  }

  @Test
  void showsWhatIsInAModelByItsFileOrItsFolder() throws Exception {
    Path file = folder.resolve("run/model.safetensors");
    MelodyEncoding encoding = new MelodyEncoding();
    NetworkConfig shape =
        new NetworkConfig(
            encoding.vocabularySize(),
            encoding.featureTableSize(),
            encoding.featureCount(),
            16,
            NetworkConfig.LSTM,
            2,
            32,
            0.25,
            false);
    ModelHeader<NetworkConfig> header =
        new ModelHeader<>(
            encoding.name(),
            encoding.version(),
            shape,
            new ModelHeader.TrainingSummary("0.1.0", "my own tunes", "common", 7, 12, 0.625),
            List.of("a", "b", "c"));
    Network network = new Network(shape);
    ModelFile.write(file, header, network);

    CommandRun run = CommandRun.of("inspect", file);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    for (String expected :
        List.of(
            "melody, version 2",
            "embedding 16, 2 layers of 32 units (lstm), dropout 0.25",
            "on 3 pieces, my own tunes; seed 7, epoch 12, Ductus 0.1.0",
            "0.6250 nats a token")) {
      assertTrue(run.out().contains(expected), expected + " in:\n" + run.out());
    }
    JsonObject report = json(CommandRun.of("inspect", "--json", folder.resolve("run")));
    assertEquals(network.size(), report.get("parameters").getAsLong());
    assertEquals(network.parameters().size(), report.getAsJsonArray("tensors").size());
  }

  @Test
  void showsWhatIsInAFileOfInk() throws Exception {
    Path file = folder.resolve("letter.inkml");
    Files.writeString(
        file,
        "<ink><annotation type='truth'>dear</annotation><trace>0 0, 10 0</trace>"
            + "<trace>0 10, 5 -10</trace></ink>");
    Path sheet = folder.resolve("sheet.svg");
    CommandRun run = CommandRun.of("inspect", file, "--out", sheet);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    for (String expected :
        List.of("InkML (1)", "1 piece, 2 strokes, 4 points", "10.0 wide, 20.0 high", "dear")) {
      assertTrue(run.out().contains(expected), expected + " in:\n" + run.out());
    }
    assertTrue(Files.readString(sheet).contains(">dear</text>"));
    assertEquals("Wrote " + sheet, run.err().strip());
    JsonObject report = json(CommandRun.of("inspect", "--json", file));
    assertEquals(4, report.getAsJsonObject("ink").get("points").getAsInt());
    assertEquals("dear", report.getAsJsonObject("texts").get("longer").getAsString());
  }

  @Test
  void showsAFolderOfInkAndNamesWhatIsLeftOut() throws Exception {
    Path a = Files.writeString(folder.resolve("a"), unipen("a", "Anna"));
    Files.writeString(folder.resolve("b"), unipen("B", "Anna"));
    Files.copy(a, folder.resolve("c"));
    Path broken = Files.writeString(folder.resolve("d"), ".PEN_DOWN\n1 x\n");
    Files.writeString(folder.resolve("README"), "Not ink.");
    Path sheet = folder.resolve("sheet.png");
    CommandRun run = CommandRun.of("inspect", folder, "--out", sheet);
    assertEquals(ExitStatus.LEFT_OUT, run.status(), run.err());
    for (String expected :
        List.of(
            "4 ink files: 2 read, 1 duplicate, 1 left out",
            "UNIPEN (2)",
            "text of 2, writer of 2, times of 0, pressure of 0",
            "Anna (2)",
            "characters Ba (2)",
            "missing    bcdef")) {
      assertTrue(run.out().contains(expected), expected + " in:\n" + run.out());
    }
    assertTrue(run.err().contains("left out " + broken + ": line 2: "), run.err());
    assertEquals((byte) 0x89, Files.readAllBytes(sheet)[0]);
  }

  private static String unipen(String text, String writer) {
    return ".WRITER_ID %s\n.SEGMENT LETTER 0 ? \"%s\"\n.PEN_DOWN\n1 2\n3 4\n"
        .formatted(writer, text);
  }

  @Test
  void writesSheetsOfInkOnly() throws Exception {
    Path midi = SampleFiles.midi(folder.resolve("w.mid"), "Waltz", "G");
    CommandRun music = CommandRun.of("inspect", midi, "--out", folder.resolve("a.svg"));
    assertEquals(ExitStatus.WRONG_USAGE, music.status());
    assertTrue(music.err().contains("--out goes with ink, and " + midi + " is none"), music.err());
    CommandRun ending = CommandRun.of("inspect", midi, "--out", "sheet.pdf");
    assertEquals(ExitStatus.WRONG_USAGE, ending.status());
    assertTrue(
        ending.err().contains("--out must end in .svg or .png but was sheet.pdf"), ending.err());
  }

  @Test
  void hasOneLineForEachMistake() throws Exception {
    Path missing = folder.resolve("missing.mid");
    assertComplaint(missing + ": no such file or folder", missing);
    Path broken = SampleFiles.broken(folder.resolve("broken.mid"));
    assertComplaint(broken + ": byte ", broken);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertComplaint(empty + ": the folder has no files", empty);
    Files.writeString(empty.resolve("notes.txt"), "no music");
    assertComplaint(empty + ": the folder must have MIDI, ABC or MusicXML files", empty);
    assertComplaint(empty.resolve("notes.txt") + ": must be ink (", empty.resolve("notes.txt"));
    Path model = Files.writeString(folder.resolve("bad.safetensors"), "no model at all");
    assertComplaint(model + ": ", model);
    assertComplaint(folder.resolve("x.safetensors") + ": ", folder.resolve("x.safetensors"));
  }

  private static void assertComplaint(String start, Path path) {
    CommandRun run = CommandRun.of("inspect", path);
    assertEquals(ExitStatus.FAILED, run.status());
    assertEquals(1, run.complaints().size(), run.err());
    assertTrue(run.err().startsWith("ductus: " + start), run.err());
    assertEquals("", run.out());
  }

  private static JsonObject json(CommandRun run) {
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }
}
