package ductus.task.music.generation;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Generator;
import ductus.generate.Generator.GeneratedSequence;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.MelodyScore;
import ductus.music.Mode;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.music.drums.DrumScore;
import ductus.nn.Tape;
import ductus.task.music.kind.DrumsKind;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.request.BarRange;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InfillingTest {
  private static final DrumsKind KIND = new DrumsKind();

  /** Six bars with a kick on each beat. */
  private static DrumPattern pattern() {
    List<DrumHit> hits = new ArrayList<>();
    for (int beat = 0; beat < 24; beat++) {
      hits.add(new DrumHit(4 * beat, Drum.KICK, 6, 0));
    }
    return new DrumPattern(4, 96, List.of(new TimeSignature(0, 4, 4)), 120, hits);
  }

  private static List<GeneratedSequence> fill(BarRange bars) {
    return fill(KIND, DrumScore.of(pattern()), bars);
  }

  private static <T> List<GeneratedSequence> fill(MusicKind<T> kind, Score score, BarRange bars) {
    MusicRequest.Opening opening = Infilling.opening(kind, score, MusicTrainingConfig.Keys.OWN);
    MusicRequest open = MusicRequest.open(Sampling.PLAIN, 5);
    MusicRequest request =
        new MusicRequest(open.header(), opening, null, Sampling.PLAIN, 5, 0, MusicRequest.PIANO);
    try (Workers workers = new Workers(1)) {
      Network network =
          new Network(NetworkConfig.of(kind.encoding(), 8, NetworkConfig.LSTM, 1, 16, 0));
      network.initialize(Randomness.of(3));
      Generator generator = new Generator(network, kind.encoding(), KernelChoice.best(), workers);
      Tape tape = new Tape(KernelChoice.best(), workers);
      return new Infilling<>(kind, kind.encoding(), network, generator, tape)
          .draw(request, bars, 0, 2);
    }
  }

  @Test
  void keepsTheBarsOnBothSidesAndWritesThoseBetweenAnew() {
    List<GeneratedSequence> drawn = fill(new BarRange(3, 4));
    for (GeneratedSequence each : drawn) {
      DrumPattern filled = KIND.encoding().decode(each.sequence());
      assertEquals(pattern().part(0, 2), filled.part(0, 2));
      assertEquals(pattern().part(4, 6), filled.part(4, 6));
      assertNotEquals(pattern().part(2, 4), filled.part(2, 4));
      assertEquals(each.sequence(), KIND.encoding().encode(filled));
    }
    assertNotEquals(drawn.get(0).sequence(), drawn.get(1).sequence());
    assertEquals(drawn.get(1).sequence(), fill(new BarRange(3, 4)).get(1).sequence());
  }

  /** Bars of C D E F, the same, G A F D and C D E F once more. */
  private static Melody tune() {
    int[] pitches = {60, 62, 64, 65, 60, 62, 64, 65, 67, 69, 65, 62, 60, 62, 64, 65};
    return new Melody(
        4,
        64,
        List.of(new TimeSignature(0, 4, 4)),
        new Key(0, Mode.MAJOR),
        120,
        IntStream.range(0, 16)
            .mapToObj(beat -> new MelodyNote(4 * beat, 4, pitches[beat]))
            .toList());
  }

  @Test
  void leavesABarOfATuneOpenInItsPlanAndTheOthersAsTheyAre() {
    MelodyKind kind = new MelodyKind();
    for (GeneratedSequence each : fill(kind, MelodyScore.of(tune(), 0, 90), new BarRange(2, 2))) {
      Melody filled = kind.encoding().decode(each.sequence());
      assertEquals(4, filled.bars().size());
      int steps = filled.steps() / 4;
      int perBeat = filled.stepsPerQuarter();
      for (int beat : new int[] {0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15}) {
        int pitch = tune().notes().get(beat).pitch();
        assertTrue(
            filled.notes().stream()
                .anyMatch(note -> note.onset() == beat * perBeat && note.pitch() == pitch),
            "beat " + beat);
      }
      assertEquals(4, filled.notes().stream().filter(note -> note.onset() < steps).count());
      List<String> plan =
          Arrays.stream(each.sequence().tokens())
              .mapToObj(kind.encoding()::describe)
              .skip(5)
              .limit(4)
              .toList();
      // The bar behind the open one is new, and the last returns from the first.
      assertEquals(List.of("new bar", "new bar", "new bar", "bar varied from 3 ago"), plan);
    }
  }

  @Test
  void saysThatThePieceHasNoSuchBars() {
    assertRefused(
        "fill must be bars within the primer's 6 but was 5-8", () -> fill(new BarRange(5, 8)));
    assertTrue(BarRange.parse("5").equals(new BarRange(5, 5)));
    assertThrows(IllegalArgumentException.class, () -> BarRange.parse("8-5"));
  }
}
