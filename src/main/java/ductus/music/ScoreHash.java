package ductus.music;

import ductus.math.Divisor;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A name for the notes of a score: equal notes, equal name, whatever the resolution, tempo,
 * velocities, instruments, texts, tracks and channels. Only the drum channel counts as such.
 */
public final class ScoreHash {
  private static final int BYTES_PER_NOTE = 8 + 8 + 1 + 1;
  private static final Comparator<Note> CANONICAL =
      Comparator.comparingLong(Note::onset)
          .thenComparingInt(Note::pitch)
          .thenComparing(Note::isDrum)
          .thenComparingLong(Note::duration);

  private ScoreHash() {}

  /**
   * The first 16 hexadecimal digits of a SHA-256. All times are divided by their greatest common
   * divisor with the ticks a quarter, which leaves the same integers at every resolution.
   */
  public static String of(Score score) {
    List<Note> notes = new ArrayList<>(score.notes());
    notes.sort(CANONICAL);
    long divisor = score.ticksPerQuarter();
    for (Note note : notes) {
      divisor = Divisor.greatestCommon(note.onset(), divisor);
      divisor = Divisor.greatestCommon(note.duration(), divisor);
    }
    MessageDigest digest = sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BYTES_PER_NOTE * Math.max(1, notes.size()));
    buffer.putLong(score.ticksPerQuarter() / divisor);
    digest.update(buffer.array(), 0, buffer.position());
    buffer.clear();
    for (Note note : notes) {
      buffer.putLong(note.onset() / divisor).putLong(note.duration() / divisor);
      buffer.put((byte) note.pitch()).put((byte) (note.isDrum() ? 1 : 0));
    }
    digest.update(buffer.flip());
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
