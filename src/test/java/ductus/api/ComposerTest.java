package ductus.api;

import static ductus.Refusals.assertBadFileNaming;
import static ductus.Refusals.assertRefused;
import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.CommandRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposerTest {
  private static final CompositionRequest WISH =
      CompositionRequest.seeded(7)
          .withKey("Em")
          .withMetre("6/8")
          .withBars(8)
          .withTempo(150)
          .withInstrument("flute")
          .withTemperature(0.9);

  private final Path folder;
  private final Composer folk;

  ComposerTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    folk = Composer.named("folk");
  }

  @Test
  void composesTheBytesOfTheCommand() throws Exception {
    List<Object> wish =
        List.of(
            "generate",
            "folk",
            "--seed",
            7,
            "--key",
            "Em",
            "--metre",
            "6/8",
            "--bars",
            8,
            "--tempo",
            150,
            "--instrument",
            "flute",
            "--temperature",
            0.9,
            "--count",
            2,
            "--out",
            folder);
    assertEquals(0, CommandRun.of(wish.toArray()).status());
    List<Tune> tunes = folk.compose(WISH, 2);
    for (int i = 0; i < 2; i++) {
      Path stem = folder.resolve("folk-000" + (i + 1));
      assertArrayEquals(Files.readAllBytes(Path.of(stem + ".mid")), tunes.get(i).midi());
      assertArrayEquals(Files.readAllBytes(Path.of(stem + ".svg")), tunes.get(i).svg());
    }
    assertEquals(Optional.of("E minor"), tunes.get(0).key());
    assertEquals(Optional.of("6/8"), tunes.get(0).metre());
    assertEquals(8, tunes.get(0).bars());
    assertEquals(150, tunes.get(0).tempo(), 1e-3);
  }

  @Test
  void goesOnFromAPrimerAsTheCommandDoes() throws Exception {
    String notes = "TIME:4/4 D5q E5q F#5q A5q";
    CommandRun.of("generate", "folk", "--seed", 3, "--bars", 4, "--primer", notes, "--out", folder);
    Tune tune =
        folk.compose(CompositionRequest.seeded(3).withBars(4).withPrimer(Tune.parse(notes)));
    assertArrayEquals(Files.readAllBytes(folder.resolve("folk-0001.mid")), tune.midi());
    assertEquals(62, tune.tones().get(0).pitch());
  }

  @Test
  void answersWithoutRepeatingThePhrase() throws Exception {
    Tune phrase = Tune.parse("TIME:4/4 D5q E5q F#5q A5q");
    Tune answer = folk.answer(phrase, CompositionRequest.seeded(3).withBars(2));
    assertEquals(2, answer.bars());
    Tune both = folk.compose(CompositionRequest.seeded(3).withBars(3).withPrimer(phrase));
    List<Integer> pitches = both.tones().stream().map(Tune.Tone::pitch).toList();
    assertEquals(
        pitches.subList(phrase.tones().size(), pitches.size()),
        answer.tones().stream().map(Tune.Tone::pitch).toList());
  }

  @Test
  void refusesWhatTheModelCannotDo() {
    assertRefused("bars must be 1 to 64 but was 65", () -> folk.compose(WISH.withBars(65)));
    assertRefusedNaming("violini", () -> folk.compose(WISH.withInstrument("violini")));
    assertRefused("count must be 1 to 10000 but was 0", () -> folk.compose(WISH, 0));
    assertRefused("tempo must be 10 to 1000 but was 5.0", () -> WISH.withTempo(5));
    assertBadFileNaming("polka", () -> Composer.named("polka"));
    assertBadFileNaming("folk", () -> Composer.of(Path.of("folk")));
  }

  @Test
  void tellsAndKeepsWhatTonesSay() throws Exception {
    List<Tune.Tone> tones = List.of(new Tune.Tone(0, 1.5, 62, 80), new Tune.Tone(1.5, 0.5, 66, 90));
    Tune tune = Tune.of(tones, "3/4", 90);
    assertEquals(tones, tune.tones());
    Path file = folder.resolve("deeper/tune.mid");
    tune.writeMidi(file);
    Tune read = Tune.read(file);
    assertEquals(tones, read.tones());
    assertEquals(Optional.of("3/4"), read.metre());
    assertEquals(90, read.tempo(), 1e-3);
    assertTrue(new String(read.svg(), StandardCharsets.UTF_8).contains("<svg"));
    assertRefused("a tune must have a tone but had none", () -> Tune.of(List.of(), "3/4", 90));
    assertFalse(tune.key().isPresent());
    assertEquals("no key, 3/4, 1 bars, 2 notes", tune.toString());
  }
}
