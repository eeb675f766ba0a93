package ductus.music.touch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who plays a part, and what is learned of their touch. */
public enum Player {
  /**
   * Keys, and whatever else has pitches: how hard each note is struck. When, is {@link HandTiming}.
   */
  PIANIST("piano-touch", false),

  /** A drum kit: how hard each stroke is, and how early or late. */
  DRUMMER("drum-touch", true);

  private final String encoding;
  private final boolean timed;

  Player(String encoding, boolean timed) {
    this.encoding = encoding;
    this.timed = timed;
  }

  /** The player whose touch an encoding says, if it is one of these. */
  public static Optional<Player> ofEncoding(String name) {
    return Arrays.stream(values()).filter(each -> each.encoding.equals(name)).findFirst();
  }

  /** Name by which model files know what is learned. */
  public String encoding() {
    return encoding;
  }

  /** Whether the timing is learned, too. */
  public boolean isTimed() {
    return timed;
  }

  /** The player's word on the command line, and the name of the model that ships. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
