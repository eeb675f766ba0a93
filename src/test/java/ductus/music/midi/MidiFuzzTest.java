package ductus.music.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ductus.file.BadFileException;
import ductus.music.Score;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Broken files give one clear line, whatever is broken; nothing else is ever thrown. */
@Timeout(30)
class MidiFuzzTest {
  private static final Path NAME = Path.of("fuzz.mid");
  private static final int[] TELLING = {0x00, 0x7F, 0x80, 0xFF, 0xF0, 0xF7, 0x90, 0x40};

  @Test
  void mutatedFilesAreReadOrRefused() {
    int read = 0;
    int refused = 0;
    for (long seed = 0; seed < 6000; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      byte[] content = MidiWriter.write(OverlappingScores.next(random));
      if (random.nextInt(4) == 0) {
        content = Arrays.copyOf(content, random.nextInt(content.length));
      }
      for (int i = random.nextInt(5); i > 0 && content.length > 0; i--) {
        int value = random.nextBoolean() ? random.nextInt(256) : TELLING[random.nextInt(8)];
        content[random.nextInt(content.length)] = (byte) value;
      }
      if (isRead(content, seed)) {
        read++;
      } else {
        refused++;
      }
    }
    assertTrue(read > 500 && refused > 500, "read " + read + " and refused " + refused);
  }

  @Test
  void noiseBehindAHeaderIsReadOrRefused() {
    for (long seed = 0; seed < 3000; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      isRead(MidiBytes.join(MidiBytes.header(1, 1, 96), MidiBytes.chunk("MTrk", noise)), seed);
    }
  }

  /** What is read can be written, and is then read as the same. */
  private static boolean isRead(byte[] content, long seed) {
    try {
      Score score = MidiReader.parse(NAME, content);
      assertEquals(score, MidiReader.parse(NAME, MidiWriter.write(score)), "seed " + seed);
      return true;
    } catch (BadFileException e) {
      assertFalse(e.reason().isBlank() || e.reason().contains("\n"), "seed " + seed);
      assertTrue(e.offset() <= content.length, "seed " + seed);
      return false;
    } catch (RuntimeException e) {
      return fail("seed " + seed, e);
    }
  }
}
