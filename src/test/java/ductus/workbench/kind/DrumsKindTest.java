package ductus.workbench.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.workbench.TrainingConfig.Keys;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrumsKindTest {
  private final DrumsKind kind = new DrumsKind();

  @Test
  void leavesThePrimerOut() {
    MusicRequest.Opening opening =
        kind.opening(kind.score(kicks(2), 0), MusicRequest.Header.OPEN, Keys.OWN);
    assertEquals(kicks(3), kind.withoutOpening(kicks(5), opening));
    assertEquals(kicks(5), kind.withoutOpening(kicks(5), MusicRequest.Opening.NONE));
  }

  /** Four kicks a bar. */
  private static DrumPattern kicks(int bars) {
    return new DrumPattern(
        4,
        16 * bars,
        List.of(new TimeSignature(0, 4, 4)),
        120,
        IntStream.range(0, 4 * bars)
            .mapToObj(beat -> new DrumHit(4 * beat, Drum.KICK, 5, 0))
            .toList());
  }
}
