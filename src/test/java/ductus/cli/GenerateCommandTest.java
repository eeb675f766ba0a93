package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.file.TensorFile;
import ductus.model.place.ModelCatalog;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.Mode;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.finding.MelodyFinder;
import ductus.music.midi.MidiReader;
import ductus.run.TinyRuns;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  private final Path folder;
  private final Path model;
  private final Path out;

  GenerateCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    model = TinyRuns.model(folder.resolve("mine.safetensors"), MusicTrainingConfig.Keys.COMMON, 1);
    out = folder.resolve("out");
  }

  private CommandRun generate(Object... options) {
    return generateWith(model, options);
  }

  private CommandRun generateWith(Object modelGiven, Object... options) {
    List<Object> all = new ArrayList<>(List.of("generate", modelGiven, "--threads", 1));
    all.addAll(List.of(options));
    if (!all.contains("--out")) {
      all.addAll(List.of("--out", out));
    }
    return CommandRun.of(all.toArray());
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void writesEachTuneInFourFilesUnderNamesThatSort() throws Exception {
    CommandRun done = generate("--count", 2, "--bars", 2, "--seed", 5);
    assertEquals(ExitStatus.DONE, done.status(), done.err());
    assertEquals(
        List.of(
            "mine-0001.jfugue",
            "mine-0001.json",
            "mine-0001.mid",
            "mine-0001.svg",
            "mine-0002.jfugue",
            "mine-0002.json",
            "mine-0002.mid",
            "mine-0002.svg"),
        written());
    assertEquals(List.of("Seed 5"), done.complaints());
    assertEquals(2, done.out().lines().count());
    assertTrue(done.out().startsWith(out.resolve("mine-0001.mid") + "  "), done.out());
    assertTrue(done.out().contains(", 2 bars, "), done.out());
  }

  @Test
  void neverOverwrites() throws Exception {
    generate("--bars", 1, "--seed", 5);
    byte[] first = Files.readAllBytes(out.resolve("mine-0001.mid"));
    generate("--bars", 1, "--seed", 6);
    assertEquals(8, written().size());
    assertArrayEquals(first, Files.readAllBytes(out.resolve("mine-0001.mid")));
    Path named = out.resolve("mine-0001.mid");
    CommandRun refused = generate("--out", named, "--bars", 1);
    assertEquals(ExitStatus.FAILED, refused.status());
    assertEquals(
        List.of("ductus: " + named + ": there is a file of that name already; name another place"),
        refused.complaints());
    assertArrayEquals(first, Files.readAllBytes(named));
  }

  @Test
  void writesToTheFileThatIsNamed() throws Exception {
    CommandRun done = generate("--out", out.resolve("deep/waltz.mid"), "--bars", 1, "--quiet");
    assertEquals("", done.err());
    assertTrue(Files.exists(out.resolve("deep/waltz.mid")));
    assertTrue(Files.exists(out.resolve("deep/waltz.json")));
  }

  @Test
  void writesThroughALinkToAFolder() throws Exception {
    Files.createDirectories(folder.resolve("real"));
    Files.createSymbolicLink(out, folder.resolve("real"));
    assertEquals(ExitStatus.DONE, generate("--bars", 1).status());
    assertEquals(4, written().size());
  }

  @Test
  void printsOneJsonObject() {
    CommandRun done = generate("--count", 3, "--bars", 2, "--seed", 1L << 40, "--json");
    JsonObject result = JsonParser.parseString(done.out()).getAsJsonObject();
    assertEquals(1L << 40, result.get("seed").getAsLong());
    JsonArray tunes = result.getAsJsonArray("tunes");
    assertEquals(3, tunes.size());
    JsonObject tune = tunes.get(0).getAsJsonObject();
    assertEquals(2, tune.get("bars").getAsInt());
    assertTrue(tune.get("ended").getAsBoolean());
    for (var file : tune.getAsJsonArray("files")) {
      assertTrue(Files.exists(Path.of(file.getAsString())), file.getAsString());
    }
  }

  @Test
  void makesWhatIsAskedFor() throws Exception {
    CommandRun done =
        generate(
            "--bars",
            4,
            "--key",
            "E minor",
            "--metre",
            "6/8",
            "--tempo",
            77,
            "--instrument",
            "flute",
            "--scale",
            "Em",
            "--temperature",
            1.5,
            "--top-k",
            50,
            "--top-p",
            0.9);
    assertEquals(ExitStatus.DONE, done.status(), done.err());
    Score score = MidiReader.read(out.resolve("mine-0001.mid"));
    Melody melody = MelodyFinder.find(score, 1).melody().orElseThrow();
    assertEquals(new Key(4, Mode.MINOR), melody.key());
    assertEquals("6/8", score.timeSignatures().get(0).toString());
    assertEquals(77, score.tempos().get(0).quartersPerMinute(), 0.01);
    assertEquals(List.of(73), score.programs().stream().map(ProgramChange::program).toList());
    score.notes().forEach(note -> assertTrue(melody.key().contains(note.pitch())));
  }

  @Test
  void takesTheLikeliestAtTemperatureZero() throws Exception {
    assertEquals(
        ExitStatus.DONE,
        generate("--temperature", 0, "--bars", 2, "--key", "C", "--seed", 1).status());
    assertEquals(
        ExitStatus.DONE,
        generate("--temperature", 0, "--bars", 2, "--key", "C", "--seed", 2).status());
    assertArrayEquals(
        Files.readAllBytes(out.resolve("mine-0001.mid")),
        Files.readAllBytes(out.resolve("mine-0002.mid")));
  }

  @Test
  void rendersSound() throws Exception {
    assertEquals(ExitStatus.DONE, generate("--bars", 1, "--tempo", 400, "--wav").status());
    assertTrue(Files.size(out.resolve("mine-0001.wav")) > 10_000);
  }

  @Test
  void goesOnFromAPrimer() throws Exception {
    assertEquals(ExitStatus.DONE, generate("--primer", "G5q A5q B5q", "--bars", 3).status());
    Score score = MidiReader.read(out.resolve("mine-0001.mid"));
    assertEquals(
        List.of(67, 69, 71),
        score.notes().subList(0, 3).stream().map(note -> note.pitch()).toList());
    Path primer = SampleFiles.midi(folder.resolve("primer.mid"), "A tune", "G");
    assertEquals(ExitStatus.DONE, generate("--primer", primer, "--bars", 9).status());
  }

  @Test
  void setsTheTuneOfALeadSheetInFourVoices() throws Exception {
    Path sheet = SampleFiles.midi(folder.resolve("sheet.mid"), "A tune", "G");
    CommandRun set = generateWith("chorales", "--primer", sheet);
    assertEquals(ExitStatus.DONE, set.status(), set.err());
    assertTrue(set.err().contains("primer " + sheet + ": its tune, "), set.err());
    assertTrue(set.err().contains("is taken for the soprano"), set.err());
    Score score = MidiReader.read(out.resolve("chorales-0001.mid"));
    assertEquals(4, score.notes().stream().map(Note::track).distinct().count());
    assertEquals(
        List.of(67, 69, 71, 69),
        score.notes().stream()
            .filter(note -> note.track() == 1)
            .limit(4)
            .map(Note::pitch)
            .toList());
  }

  @Test
  void refusesValuesThatCannotBe() {
    for (List<Object> wrong :
        List.<List<Object>>of(
            List.of("--count", 0),
            List.of("--count", -1),
            List.of("--count", 10_001),
            List.of("--count", "two"),
            List.of("--bars", 0),
            List.of("--bars", -4),
            List.of("--bars", 65),
            List.of("--temperature", -1),
            List.of("--temperature", "NaN"),
            List.of("--temperature", "Infinity"),
            List.of("--top-k", -1),
            List.of("--top-p", 0),
            List.of("--top-p", 1.5),
            List.of("--top-p", "NaN"),
            List.of("--key", "H"),
            List.of("--key", "C blue"),
            List.of("--key", ""),
            List.of("--key", "Em", "--mode", "major"),
            List.of("--mode", "blue"),
            List.of("--metre", "3"),
            List.of("--metre", "3/5"),
            List.of("--metre", "0/4"),
            List.of("--metre", "13/16"),
            List.of("--scale", "X"),
            List.of("--tempo", 0),
            List.of("--tempo", -60),
            List.of("--tempo", 5000),
            List.of("--tempo", "NaN"),
            List.of("--instrument", "kazooka"),
            List.of("--instrument", 128),
            List.of("--instrument", ""),
            List.of("--seed", "x"),
            List.of("--primer", ""),
            List.of("--primer", "H5q"),
            List.of("--primer", "C1q"),
            List.of("--primer", "C5q D5q", "--bars", 1, "--metre", "1/4"),
            List.of("--primer", "TIME:3/4 C5q", "--metre", "4/4"),
            List.of("--without-primer"),
            List.of("--out", out.resolve("one.mid"), "--count", 2))) {
      CommandRun failed = generate(wrong.toArray());
      assertEquals(ExitStatus.WRONG_USAGE, failed.status(), wrong + ": " + failed.err());
      List<String> lines = failed.complaints();
      if (lines.get(0).startsWith("Seed ")) {
        lines = lines.subList(1, lines.size());
      }
      assertEquals(2, lines.size(), failed.err());
      assertTrue(lines.get(0).startsWith("ductus: "), failed.err());
      assertFalse(failed.err().contains("Exception"), failed.err());
      assertEquals("", failed.out());
      assertFalse(Files.exists(out), wrong + ": nothing is left behind");
    }
  }

  @Test
  void saysWhatDrumsCannotDo() {
    assertEquals(
        "ductus: --instrument is for music of one instrument that is left open, but drums is a"
            + " model of drums",
        generateWith("drums", "--instrument", "flute").complaints().get(0));
    assertEquals(
        "ductus: --fill and --under do not go together: fill a pattern first, or write drums"
            + " --under the tune anew",
        generateWith("drums", "--primer", "a.mid", "--fill", "1-2", "--under", "b.mid")
            .complaints()
            .get(0));
  }

  @Test
  void saysWhichValuesAreAllowed() {
    assertEquals("ductus: --bars must be 1 to 64 but was 65", complaint("--bars", 65));
    assertEquals("ductus: --count must be 1 to 10000 but was 0", complaint("--count", 0));
    assertEquals(
        "ductus: --temperature: temperature must be 0 (greedy) or more but was -1.0",
        complaint("--temperature", -1));
    assertEquals(
        "ductus: --primer: primer C1q: pitch must be 36 to 95 (C2 to B6) but was 12;"
            + " in JFugue's notation, where C5 is middle C, C3 to B7",
        complaint("--primer", "C1q"));
  }

  private String complaint(Object... options) {
    return generate(options).complaints().get(0);
  }

  @Test
  void refusesModelsThatAreNone() throws Exception {
    Path none = folder.resolve("none");
    assertLeavesNothing(
        none,
        none
            + ": no such model: give a model file, a training run's folder, or one of "
            + String.join(", ", ModelCatalog.SHIPPED));
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertLeavesNothing(empty, empty + ": no model.safetensors in this folder yet");
    Path midi = TinyRuns.corpus(folder.resolve("corpus"), 1).resolve("tune-00.mid");
    assertLeavesNothing(midi, midi + ": byte 0: not a safetensors file");
    Path cut = folder.resolve("cut.safetensors");
    byte[] bytes = Files.readAllBytes(model);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 100));
    CommandRun cutShort = generateWith(cut);
    assertEquals(ExitStatus.FAILED, cutShort.status());
    assertEquals(1, cutShort.complaints().size(), cutShort.err());
    assertTrue(cutShort.err().contains("cut short"), cutShort.err());
    Path newer = folder.resolve("newer.safetensors");
    TensorFile file = TensorFile.read(model);
    file.metadata()
        .computeIfPresent(
            "ductus", (key, header) -> header.replace("\"format\":1", "\"format\":2"));
    file.write(newer);
    assertLeavesNothing(
        newer, newer + ": model format 2 is newer than this program's 1: update Ductus");
  }

  @Test
  void refusesWeightsThatAreDamagedOrOfAnotherNetwork() throws Exception {
    Path damaged = folder.resolve("damaged.safetensors");
    TensorFile file = TensorFile.read(model);
    Objects.requireNonNull(file.matrices().get("lstm.0.bias")).data[2] = Float.NaN;
    file.write(damaged);
    assertLeavesNothing(damaged, damaged + ": damaged: weights lstm.0.bias hold NaN");
    Path mismatched = folder.resolve("mismatched.safetensors");
    TensorFile other = TensorFile.read(model);
    other
        .metadata()
        .computeIfPresent(
            "ductus", (key, header) -> header.replace("\"hiddenSize\":12", "\"hiddenSize\":11"));
    other.write(mismatched);
    assertLeavesNothing(
        mismatched, mismatched + ": weights lstm.0.weight_ih must be 8×44 but are 8×48");
  }

  private void assertLeavesNothing(Path given, String complaint) {
    CommandRun failed = generateWith(given);
    assertEquals(ExitStatus.FAILED, failed.status(), failed.err());
    assertEquals(List.of("ductus: " + complaint), failed.complaints());
    assertFalse(Files.exists(out), "nothing is left behind");
  }

  @Test
  void refusesAFileInPlaceOfItsFolder() throws Exception {
    Files.writeString(out, "mine");
    CommandRun failed = generate("--bars", 1);
    assertEquals(ExitStatus.FAILED, failed.status());
    assertEquals(
        out + ": is a file where a folder must be; name another place", lastComplaint(failed));
    assertEquals("mine", Files.readString(out));
  }

  @Test
  void refusesPrimersThatCannotBeRead() throws Exception {
    Path none = folder.resolve("none.mid");
    CommandRun missing = generate("--primer", none);
    assertEquals(ExitStatus.FAILED, missing.status());
    assertEquals(none + ": no such file or folder", lastComplaint(missing));
    Path broken = SampleFiles.broken(folder.resolve("broken.mid"));
    CommandRun failed = generate("--primer", broken);
    assertEquals(ExitStatus.FAILED, failed.status());
    assertTrue(lastComplaint(failed).startsWith(broken + ": byte "), failed.err());
    assertFalse(Files.exists(out), "nothing is left behind");
  }

  private static String lastComplaint(CommandRun failed) {
    List<String> lines = failed.complaints();
    return lines.get(lines.size() - 1).replaceFirst("^ductus: ", "");
  }

  @Test
  void makesATuneForEachRowOfATable() throws Exception {
    Path list =
        Files.writeString(
            folder.resolve("tunes.csv"),
            "seed;Bars;#title;top k\n5;2;First;\n;1;CON;3\n;99;x;\n;;y;many\n");
    CommandRun run = generate("--vary", list, "--name", "{#title}");
    assertEquals(ExitStatus.LEFT_OUT, run.status(), run.err());
    assertTrue(
        run.err().contains("tunes.csv: line 4: --bars must be 1 to 64 but was 99"), run.err());
    assertTrue(run.err().contains("tunes.csv: line 5: "), run.err());
    assertEquals(
        List.of("First.jfugue", "First.json", "First.mid", "First.svg", "_CON.jfugue"),
        written().subList(0, 5));
    generate("--bars", 2, "--seed", 5, "--out", folder.resolve("alone.mid"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("alone.mid")),
        Files.readAllBytes(out.resolve("First.mid")));
    CommandRun again = generate("--vary", list, "--name", "{#title}");
    assertEquals("0 new tunes in %s, 2 were there already".formatted(out), again.out().strip());
    Files.writeString(list, "seed,bras\n1,2\n");
    run = generate("--vary", list);
    assertEquals(ExitStatus.FAILED, run.status());
    assertTrue(
        run.err().contains("column bras: there is no option --bras, but one like it, --bars"),
        run.err());
    assertEquals(ExitStatus.WRONG_USAGE, generate("--vary", list, "--count", 2).status());
    Files.writeString(list, "kernels\nejml\n");
    run = generate("--vary", list);
    assertTrue(run.err().contains("column kernels: this option is for all rows"), run.err());
    Files.writeString(list, "bars\n2\n");
    Path file = folder.resolve("tune.mid");
    run = generate("--vary", list, "--out", file);
    assertEquals(ExitStatus.WRONG_USAGE, run.status(), run.err());
    assertTrue(
        run.err().contains("--out must name a folder for many tunes but was " + file), run.err());
    assertFalse(Files.exists(file));
  }
}
