package ductus.task.music.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import ductus.music.statistics.NoteLine;
import ductus.music.statistics.RunIndex;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What tells how much of music without one line is copied. */
class MomentsTest {
  private static final int RUN = 3;
  private static final Frames CHORDS =
      new Frames(1, List.of(Frame.of(48, 60), Frame.of(50, 65), Frame.SILENT, Frame.of(48, 64)));

  private static double copied(Optional<NoteLine> known, Optional<NoteLine> other) {
    RunIndex index = RunIndex.build(List.of(known.orElseThrow()), List.of(RUN));
    return index.share(List.of(other.orElseThrow()), RUN);
  }

  private static double copied(Frames piece) {
    PolyKind kind = new PolyKind();
    return copied(kind.moments(CHORDS), kind.moments(piece));
  }

  private static DrumPattern pattern(int stepsPerQuarter, int level, int shift, Drum second) {
    return new DrumPattern(
        stepsPerQuarter,
        4 * stepsPerQuarter,
        List.of(new TimeSignature(0, 4, 4)),
        120,
        List.of(
            new DrumHit(0, Drum.KICK, level, shift),
            new DrumHit(0, Drum.CRASH, 1, 0),
            new DrumHit(2, second, level, shift)));
  }

  private static double copied(DrumPattern pattern) {
    DrumsKind kind = new DrumsKind();
    return copied(kind.moments(pattern(4, 3, 0, Drum.SNARE)), kind.moments(pattern));
  }

  @Test
  void chordsAreCopiedInAnyKeyAndOctave() {
    assertEquals(1, copied(CHORDS));
    assertEquals(1, copied(CHORDS.transpose(-12)));
    assertEquals(1, copied(CHORDS.transpose(5)));
  }

  @Test
  void playingAnotherChordIsNoCopy() {
    Frames other =
        new Frames(1, List.of(Frame.of(48, 60), Frame.of(50, 66), Frame.SILENT, Frame.of(48, 64)));
    assertEquals(0, copied(other));
    Frames moved =
        new Frames(1, List.of(Frame.of(48, 60), Frame.of(51, 66), Frame.SILENT, Frame.of(48, 64)));
    assertEquals(0, copied(moved), "chords of the same shape that move by other steps");
  }

  @Test
  void drumsAreCopiedHoweverHardAndExactlyWhenTheyAreStruck() {
    assertEquals(1, copied(pattern(4, 7, 2, Drum.SNARE)));
    assertTrue(copied(pattern(4, 3, 0, Drum.LOW_TOM)) < 1);
    assertEquals(0, copied(pattern(6, 3, 0, Drum.SNARE)), "the same steps of another grid");
  }
}
