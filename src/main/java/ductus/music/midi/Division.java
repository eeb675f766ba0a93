package ductus.music.midi;

import ductus.file.BadFileException;

/**
 * The length of a tick.
 *
 * @param ticksPerQuarter 1 or more
 * @param microsecondsPerQuarter the one tempo where a file counts in frames, else 0
 */
record Division(int ticksPerQuarter, int microsecondsPerQuarter) {
  /** Reads the division from the last two bytes of a header. */
  static Division read(ByteCursor header) throws BadFileException {
    int offset = header.position();
    int first = header.unsignedByte();
    int second = header.unsignedByte();
    if (first < 0x80) {
      int ticks = first << 8 | second;
      if (ticks == 0) {
        throw header.bad(offset, "ticks per quarter note must be 1 or more but were 0");
      }
      return new Division(ticks, 0);
    }
    if (second == 0) {
      throw header.bad(offset, "ticks per frame must be 1 or more but were 0");
    }
    // Each pair makes the ticks a second exact, for instance 12 · 1e6 / 480,000 = 25.
    return switch (0x100 - first) {
      case 24 -> new Division(12 * second, 500_000);
      case 25 -> new Division(12 * second, 480_000);
      case 29 -> new Division(15 * second, 500_500);
      case 30 -> new Division(15 * second, 500_000);
      default ->
          throw header.bad(
              offset, "frames per second must be 24, 25, 29 or 30 but were " + (0x100 - first));
    };
  }

  /** Whether the file counts in frames (SMPTE) and not in quarter notes. */
  boolean isFrames() {
    return microsecondsPerQuarter > 0;
  }
}
