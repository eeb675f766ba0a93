package ductus.music.harmony.voices;

import java.util.List;
import java.util.Locale;

/** The four voices of a choir, from the top, and what they can sing, as MIDI key numbers. */
public enum VoicePart {
  SOPRANO(60, 81),
  ALTO(53, 76),
  TENOR(48, 71),
  BASS(36, 64);

  /** All voices from the top. */
  public static final List<VoicePart> ALL = List.of(values());

  private final int lowest;
  private final int highest;

  VoicePart(int lowest, int highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  /** The lowest note that the voice should sing. */
  public int lowest() {
    return lowest;
  }

  /** The highest note that the voice should sing. */
  public int highest() {
    return highest;
  }

  /** Whether the voice can sing a pitch. */
  public boolean reaches(int pitch) {
    return pitch >= lowest && pitch <= highest;
  }

  /** Name of the voice, such as {@code Alto}. */
  public String label() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
