package ductus.music;

import ductus.file.Sha256;
import ductus.math.Divisor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A name for the notes of a score: equal notes, equal name, whatever the resolution, tempo,
 * velocities, instruments, texts, tracks and channels. Only the drum channel counts as such.
 */
public final class ScoreHash {
  private static final int BYTES_PER_NOTE = 8 + 8 + 1 + 1;

  /** Number of hex digits that are kept of the hash: 64 bits. */
  private static final int DIGITS = 16;

  private static final Comparator<Note> CANONICAL =
      Comparator.comparingLong(Note::onset)
          .thenComparingInt(Note::pitch)
          .thenComparing(Note::isDrum)
          .thenComparingLong(Note::duration);

  private ScoreHash() {}

  /**
   * Returns the first 16 hexadecimal digits of a SHA-256 of a score's notes. All times are divided
   * by their greatest common divisor with the ticks a quarter, which leaves the same integers at
   * every resolution.
   */
  public static String of(Score score) {
    List<Note> notes = new ArrayList<>(score.notes());
    notes.sort(CANONICAL);
    long divisor = score.ticksPerQuarter();
    for (Note note : notes) {
      divisor = Divisor.greatestCommon(note.onset(), divisor);
      divisor = Divisor.greatestCommon(note.duration(), divisor);
    }
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + BYTES_PER_NOTE * notes.size());
    buffer.putLong(score.ticksPerQuarter() / divisor);
    for (Note note : notes) {
      buffer.putLong(note.onset() / divisor).putLong(note.duration() / divisor);
      buffer.put((byte) note.pitch()).put((byte) (note.isDrum() ? 1 : 0));
    }
    return Sha256.hex(buffer.array()).substring(0, DIGITS);
  }
}
