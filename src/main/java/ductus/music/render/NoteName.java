package ductus.music.render;

import java.util.List;

/** Names of MIDI keys as scientists count octaves: key 60, middle C, is C4; key 0 is C-1. */
public final class NoteName {
  private static final List<String> NAMES =
      List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");

  private NoteName() {}

  /** The name of a key, with a sharp where it is black. */
  public static String of(int pitch) {
    return NAMES.get(Math.floorMod(pitch, 12)) + (Math.floorDiv(pitch, 12) - 1);
  }

  /** Whether the key is a black one. */
  static boolean isBlack(int pitch) {
    return NAMES.get(Math.floorMod(pitch, 12)).length() > 1;
  }
}
