package ductus.music.drums;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccompanimentTest {
  /** Two bars of 4/4: a kick on each bar line, a snare before the second one. */
  private static final Score PATTERN =
      DrumScore.of(
          new DrumPattern(
              4,
              32,
              List.of(new TimeSignature(0, 4, 4)),
              90,
              List.of(
                  new DrumHit(0, Drum.KICK, 8, 0),
                  new DrumHit(8, Drum.SNARE, 5, 0),
                  new DrumHit(16, Drum.KICK, 8, -2))));

  private static Score tune(int ticksPerQuarter, int quarters, TimeSignature... metres) {
    return new Score(
        ticksPerQuarter,
        (long) quarters * ticksPerQuarter,
        List.of(
            new Note(0, (long) quarters * ticksPerQuarter, 60, 80, 0, 1),
            new Note(0, 10, 36, 80, Note.DRUM_CHANNEL, 2)),
        List.of(new TempoChange(0, 400_000)),
        List.of(metres),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Double> quarters(Score score, int pitch) {
    return score.notes().stream()
        .filter(note -> note.isDrum() && note.pitch() == pitch)
        .map(note -> Math.rint(100.0 * note.onset() / score.ticksPerQuarter()) / 100)
        .toList();
  }

  @Test
  void repeatsThePatternToTheTunesEndInItsTempo() {
    Score both = Accompaniment.under(tune(96, 12, new TimeSignature(0, 4, 4)), PATTERN);
    assertEquals(480, both.ticksPerQuarter());
    assertEquals(List.of(0.0, 3.94, 8.0), quarters(both, 36));
    assertEquals(List.of(2.0, 10.0), quarters(both, 38));
    assertEquals(400_000, both.tempos().get(0).microsecondsPerQuarter());
    assertEquals(1, both.notes().stream().filter(note -> !note.isDrum()).count());
  }

  @Test
  void twoBarsOfTwoFourShareABarOfThePattern() {
    Score both = Accompaniment.under(tune(480, 8, new TimeSignature(0, 2, 4)), PATTERN);
    assertEquals(List.of(0.0, 3.94), quarters(both, 36));
    assertEquals(List.of(2.0), quarters(both, 38));
    assertEquals(new TimeSignature(0, 4, 4), Accompaniment.metreUnder(new TimeSignature(0, 2, 4)));
  }

  @Test
  void barsOfAnotherMetreBeginTheirOwn() {
    Score both =
        Accompaniment.under(
            tune(480, 10, new TimeSignature(0, 3, 4), new TimeSignature(2880, 4, 4)), PATTERN);
    assertEquals(List.of(0.0, 2.94, 6.0), quarters(both, 36));
    assertEquals(List.of(2.0, 8.0), quarters(both, 38));
  }
}
