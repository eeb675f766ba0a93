package ductus.task.music.kind;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.generate.Sampling;
import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.music.encoding.drums.DrumsHeaderConstraint;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig.Keys;
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

  @Test
  void barsOfAPrimerThatIsLeftOutDoNotCount() {
    MusicRequest.Opening opening =
        kind.opening(kind.score(kicks(7), 0), MusicRequest.Header.OPEN, Keys.OWN);
    MusicRequest request = MusicRequest.open(Sampling.PLAIN, 1).with(opening);
    MusicRequest without = request.with(new MusicRequest.Guidance(0, 0, 0, true));
    assertEquals(List.of(8, 16), bars(request));
    assertEquals(List.of(15, 23), bars(without));
    MusicRequest.Header two = new MusicRequest.Header(null, null, null, 2);
    assertEquals(List.of(9, 9), bars(without.with(two)));
    assertRefused(
        "bars must be 8 or more with this primer but were 2", () -> bars(request.with(two)));
  }

  private List<Integer> bars(MusicRequest request) {
    DrumsHeaderConstraint header =
        (DrumsHeaderConstraint) kind.constraints(request, Keys.OWN).get(0);
    return List.of(header.leastBars(), header.mostBars());
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
