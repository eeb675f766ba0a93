package ductus.music.drums;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The nine sounds of a drum kit. Each is written as one key of General MIDI's drum map and stands
 * for all keys that sound like it, those of electronic kits (22, 26, 58) included.
 */
public enum Drum {
  KICK("kick", 36, "35"),
  SNARE("snare", 38, "27 28 31 32 33 34 37 39 40 75 76 77 85"),
  CLOSED_HAT("closed hat", 42, "22 44 54 69 70 71 73 78 82"),
  OPEN_HAT("open hat", 46, "26 72 74 79 81"),
  LOW_TOM("low tom", 43, "29 41 58 64 66 84"),
  MID_TOM("mid tom", 47, "45 61 63 87"),
  HIGH_TOM("high tom", 50, "30 48 60 62 65 86"),
  CRASH("crash", 49, "52 55 57"),
  RIDE("ride", 51, "53 56 59 67 68 80 83");

  /** All drums, in the order in which strokes of one moment are named. */
  public static final List<Drum> ALL = List.of(values());

  /** The drums by MIDI key; null where there is none. */
  private static final @Nullable Drum[] BY_PITCH = byPitch();

  private final String label;
  private final int pitch;
  private final String others;

  /**
   * Creates a drum of some keys.
   *
   * @param others MIDI keys that it stands for besides its own, with spaces between
   */
  Drum(String label, int pitch, String others) {
    this.label = label;
    this.pitch = pitch;
    this.others = others;
  }

  /** The drum of a MIDI key, 0 to 127; empty if no drum has it. */
  public static Optional<Drum> of(int pitch) {
    return Optional.ofNullable(BY_PITCH[pitch]);
  }

  private static @Nullable Drum[] byPitch() {
    @Nullable Drum[] drums = new Drum[128];
    for (Drum drum : ALL) {
      drums[drum.pitch] = drum;
      for (String other : drum.others.split(" ", -1)) {
        drums[Integer.parseInt(other)] = drum;
      }
    }
    return drums;
  }

  /** The name of the drum. */
  public String label() {
    return label;
  }

  /** MIDI key by which the drum is written. */
  public int pitch() {
    return pitch;
  }
}
