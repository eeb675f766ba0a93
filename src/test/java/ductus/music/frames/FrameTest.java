package ductus.music.frames;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void isASortedSetOfPitches() {
    for (int seed = 0; seed < 300; seed++) {
      RandomGenerator random = Seeded.random(seed);
      TreeSet<Integer> set = new TreeSet<>();
      Frame frame = Frame.SILENT;
      for (int i = random.nextInt(20); i > 0; i--) {
        int pitch = Frame.LOWEST + random.nextInt(Frame.KEYS);
        set.add(pitch);
        frame = frame.with(pitch);
      }
      String what = "seed " + seed;
      assertEquals(List.copyOf(set), frame.pitches().boxed().toList(), what);
      assertEquals(set.size(), frame.size(), what);
      assertEquals(set.isEmpty(), frame.isSilent(), what);
      assertEquals(set.isEmpty() ? Frame.NONE : set.first(), frame.lowest(), what);
      assertEquals(set.isEmpty() ? Frame.NONE : set.last(), frame.highest(), what);
      for (int pitch = Frame.LOWEST - 2; pitch <= Frame.HIGHEST + 2; pitch++) {
        assertEquals(set.contains(pitch), frame.contains(pitch), what);
        assertEquals(orNone(set.higher(pitch)), frame.above(pitch), what);
        assertEquals(orNone(set.lower(pitch)), frame.below(pitch), what);
        assertEquals(
            List.copyOf(set.headSet(pitch, true)),
            frame.upTo(pitch).pitches().boxed().toList(),
            what);
      }
      for (int n = 0; n < set.size() + 2; n++) {
        int expected = n < set.size() ? List.copyOf(set).get(n) : Frame.NONE;
        assertEquals(expected, frame.pitch(n), what);
      }
    }
  }

  private static int orNone(Integer pitch) {
    return Objects.requireNonNullElse(pitch, Frame.NONE);
  }

  @Test
  void movesUpAndDownWithinTheKeysOfAPiano() {
    Frame chord = Frame.of(21, 60, 84, 85);
    assertEquals(Frame.of(44, 83, 107, 108), chord.transpose(23));
    assertEquals(chord, chord.transpose(23).transpose(-23));
    assertRefused("pitch must be 21 to 108 but was 109", () -> chord.transpose(24));
    assertRefused("pitch must be 21 to 108 but was 20", () -> chord.transpose(-1));
    assertRefused("pitches must be 21 to 108", () -> new Frame(0, 1L << 24));
  }

  @Test
  void knowsWhatTwoFramesShare() {
    assertEquals(Frame.of(60, 90), Frame.of(50, 60, 90).and(Frame.of(60, 61, 90)));
    assertTrue(Frame.SILENT.isSilent());
    assertFalse(Frame.of(108).isSilent());
    assertEquals("[50, 60]", Frame.of(60, 50, 60).toString());
  }
}
