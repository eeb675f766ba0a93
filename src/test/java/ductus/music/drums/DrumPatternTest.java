package ductus.music.drums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TimeSignature;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrumPatternTest {
  private static final TimeSignature FOUR = new TimeSignature(0, 4, 4);

  @Test
  void eachKeyBelongsToOneDrumAtMostAndToItsOwn() {
    for (Drum drum : Drum.ALL) {
      assertEquals(Optional.of(drum), Drum.of(drum.pitch()));
    }
    assertEquals(Optional.of(Drum.OPEN_HAT), Drum.of(26));
    assertEquals(Optional.of(Drum.LOW_TOM), Drum.of(58));
    assertEquals(Optional.empty(), Drum.of(100));
  }

  @Test
  void levelsCoverAllVelocities() {
    assertEquals(1, DrumHit.level(1));
    assertEquals(8, DrumHit.level(127));
    for (int level = 1; level <= DrumHit.LEVELS; level++) {
      assertEquals(level, DrumHit.level(new DrumHit(0, Drum.KICK, level, 0).velocity()));
    }
  }

  @Test
  void partsHoldEveryStrokeOnce() {
    for (int seed = 0; seed < 300; seed++) {
      DrumPattern pattern = RandomPatterns.draw(new SplittableRandom(seed));
      int strokes =
          pattern.parts(List.of(4, 2)).stream().mapToInt(part -> part.hits().size()).sum();
      assertEquals(pattern.hits().size(), strokes, "seed " + seed);
      assertTrue(pattern.parts(List.of(4, 2)).stream().allMatch(part -> part.bars().size() <= 4));
    }
  }

  @Test
  void refusesStrokesOutOfOrderOrBehindTheEnd() {
    DrumHit kick = new DrumHit(3, Drum.KICK, 5, 0);
    DrumHit early = new DrumHit(3, Drum.KICK, 5, -2);
    assertThrows(
        IllegalArgumentException.class,
        () -> new DrumPattern(4, 16, List.of(FOUR), 120, List.of(kick, early)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DrumPattern(4, 3, List.of(FOUR), 120, List.of(kick)));
  }

  @Test
  void writesStrokesAtTheirMomentsAndNoneIntoTheNext() {
    DrumPattern pattern =
        new DrumPattern(
            4,
            16,
            List.of(FOUR),
            120,
            List.of(
                new DrumHit(0, Drum.KICK, 8, -1),
                new DrumHit(4, Drum.SNARE, 7, -3),
                new DrumHit(4, Drum.SNARE, 7, 0)));
    Score score = DrumScore.of(pattern);
    assertEquals(
        List.of(
            new Note(0, 60, 36, 120, 9, 1),
            new Note(440, 40, 38, 104, 9, 1),
            new Note(480, 60, 38, 104, 9, 1)),
        score.notes());
    assertEquals(1920, score.length());
  }
}
