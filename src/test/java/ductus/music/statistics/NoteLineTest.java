package ductus.music.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.music.Melody;
import ductus.music.MelodyScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class NoteLineTest {
  @Test
  void comesBackFromItsNumbers() {
    List<NoteLine> lines = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      lines.add(
          NoteLine.of(
              MelodySamples.random(
                  seed, RandomGeneratorFactory.of("L64X128MixRandom").create(seed))));
    }
    long[] packed = NoteLine.pack(lines);
    List<NoteLine> read = NoteLine.unpack(packed);
    assertEquals(20, read.size());
    assertArrayEquals(packed, NoteLine.pack(read));
    for (int i = 0; i < 20; i++) {
      assertEquals(lines.get(i).length(), read.get(i).length());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> NoteLine.unpack(Arrays.copyOf(packed, packed.length - 1)));
  }

  @Test
  void isTheSameOfAMelodyAndItsScore() {
    Melody tune = MelodySamples.random(30, RandomGeneratorFactory.of("L64X128MixRandom").create(3));
    assertArrayEquals(
        NoteLine.pack(List.of(NoteLine.of(tune))),
        NoteLine.pack(List.of(NoteLine.of(MelodyScore.of(tune.transpose(2), 0, 90)))));
  }

  @Test
  void countsHowOftenTheLastPitchWasStruckInARow() {
    assertEquals(0, NoteLine.of(MelodySamples.quarters()).repetition());
    assertEquals(1, NoteLine.of(MelodySamples.quarters(60)).repetition());
    assertEquals(2, NoteLine.of(MelodySamples.quarters(60, 60)).repetition());
    assertEquals(1, NoteLine.of(MelodySamples.quarters(60, 60, 62)).repetition());
    assertEquals(3, NoteLine.of(MelodySamples.quarters(62, 60, 60, 60)).repetition());
  }
}
