package ductus.music.musicstring;

/**
 * The {@code T} token that makes JFugue's own player come closest to a tempo.
 *
 * <p>JFugue packs microseconds a quarter note into bytes of seven bits where MIDI has eight, and
 * its quarter note is a quarter of its resolution; at {@code T120} the two errors nearly cancel.
 * With ticks of our own they do not, so the token is searched for. Files are not concerned: {@link
 * ScoreMidi} writes tempos itself.
 */
final class JFugueTempo {
  private static final double PLAYER_TICKS_PER_QUARTER = 120;

  /** Slowest token, below which JFugue overflows a byte. */
  static final int SLOWEST = 15;

  private static final int FASTEST = 20_000;

  private JFugueTempo() {}

  /**
   * Finds the token nearest to a tempo.
   *
   * @param microsecondsPerQuarter wanted
   * @param ticksPerQuarter of the {@code @} tokens in the text
   */
  static int token(int microsecondsPerQuarter, int ticksPerQuarter) {
    double wanted = microsecondsPerQuarter * PLAYER_TICKS_PER_QUARTER / ticksPerQuarter;
    int best = SLOWEST;
    double bestError = Double.POSITIVE_INFINITY;
    for (int token = SLOWEST; token <= FASTEST; token++) {
      double error = Math.abs(StrictMath.log(played(token) / wanted));
      if (error < bestError) {
        bestError = error;
        best = token;
      }
    }
    return best;
  }

  /** Microseconds a quarter of JFugue's player at a token: base 128 read as base 256. */
  static double played(int token) {
    int said = (int) (60e6 / token);
    return (said >> 14) * 65536.0 + (said >> 7 & 0x7F) * 256.0 + (said & 0x7F);
  }
}
