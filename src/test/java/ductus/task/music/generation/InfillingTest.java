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
import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.music.drums.DrumScore;
import ductus.nn.Tape;
import ductus.task.music.kind.DrumsKind;
import ductus.task.music.request.BarRange;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.ArrayList;
import java.util.List;
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
    MusicRequest.Opening opening =
        Infilling.opening(KIND, DrumScore.of(pattern()), MusicTrainingConfig.Keys.OWN);
    MusicRequest open = MusicRequest.open(Sampling.PLAIN, 5);
    MusicRequest request =
        new MusicRequest(open.header(), opening, null, Sampling.PLAIN, 5, 0, MusicRequest.PIANO);
    try (Workers workers = new Workers(1)) {
      Network network =
          new Network(NetworkConfig.of(KIND.encoding(), 8, NetworkConfig.LSTM, 1, 16, 0));
      network.initialize(Randomness.of(3));
      Generator generator = new Generator(network, KIND.encoding(), KernelChoice.best(), workers);
      Tape tape = new Tape(KernelChoice.best(), workers);
      return new Infilling<>(KIND, KIND.encoding(), network, generator, tape)
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

  @Test
  void saysThatThePieceHasNoSuchBars() {
    assertRefused(
        "bars must lie within the primer's 6 but were 5-8", () -> fill(new BarRange(5, 8)));
    assertTrue(BarRange.parse("5").equals(new BarRange(5, 5)));
    assertThrows(IllegalArgumentException.class, () -> BarRange.parse("8-5"));
  }
}
