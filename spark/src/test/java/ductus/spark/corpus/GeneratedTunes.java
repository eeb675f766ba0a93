package ductus.spark.corpus;

import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A folder of small MIDI files, tunes of one voice in folders of a thousand. Of ten files one says
 * the same as an earlier one, in other bytes, and one is broken.
 */
final class GeneratedTunes {
  private static final int TICKS = 480;
  private static final int[] SCALE = {60, 62, 64, 65, 67, 69, 71, 72};
  private static final int FOLDER = 1000;
  private static final int TENTH = 10;
  private static final int DUPLICATE = 7;
  private static final int BROKEN = 9;

  private GeneratedTunes() {}

  /** Files among so many that are broken. */
  static int broken(int files) {
    return files / TENTH;
  }

  /** Files among so many that are duplicates. */
  static int duplicates(int files) {
    return files / TENTH;
  }

  /** Files among so many that are pieces. */
  static int pieces(int files) {
    return files - broken(files) - duplicates(files);
  }

  /**
   * Writes them.
   *
   * @param files a multiple of ten
   */
  static void write(Path folder, int files) throws IOException {
    for (int i = 0; i < files; i++) {
      int kind = i % TENTH;
      Path file = folder.resolve("%03d/tune %06d.mid".formatted(i / FOLDER, i));
      Files.createDirectories(file.getParent());
      byte[] tune = tune(kind == DUPLICATE ? i - DUPLICATE : i, kind == DUPLICATE);
      Files.write(file, kind == BROKEN ? Arrays.copyOf(tune, tune.length - 9) : tune);
    }
  }

  /** A tune of 32 bars of four quarters. */
  private static byte[] tune(int number, boolean named) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(3, number));
    ByteArrayOutputStream track = new ByteArrayOutputStream();
    if (named) { // which says nothing else
      track.writeBytes(new byte[] {0, (byte) 0xFF, 3, 4});
      track.writeBytes("copy".getBytes(StandardCharsets.US_ASCII));
    }
    track.writeBytes(new byte[] {0, (byte) 0xFF, 0x58, 4, 4, 2, 24, 8});
    int left = 32 * 4 * 2;
    while (left > 0) {
      int eighths = Math.min(left, 1 + random.nextInt(3));
      int pitch = SCALE[random.nextInt(SCALE.length)];
      track.writeBytes(new byte[] {0, (byte) 0x90, (byte) pitch, 80});
      int ticks = eighths * TICKS / 2;
      if (ticks > 0x7F) {
        track.write(0x80 | ticks >> 7);
      }
      track.writeBytes(new byte[] {(byte) (ticks & 0x7F), (byte) 0x80, (byte) pitch, 0});
      left -= eighths;
    }
    track.writeBytes(new byte[] {0, (byte) 0xFF, 0x2F, 0});
    return ByteBuffer.allocate(22 + track.size())
        .put("MThd".getBytes(StandardCharsets.US_ASCII))
        .putInt(6)
        .putShort((short) 0)
        .putShort((short) 1)
        .putShort((short) TICKS)
        .put("MTrk".getBytes(StandardCharsets.US_ASCII))
        .putInt(track.size())
        .put(track.toByteArray())
        .array();
  }
}
