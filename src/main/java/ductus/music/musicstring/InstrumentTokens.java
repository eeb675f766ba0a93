package ductus.music.musicstring;

import ductus.music.Instruments;
import java.util.Set;

/** The {@code I} tokens of JFugue. */
final class InstrumentTokens {
  /** Programs that JFugue knows by their General MIDI names without the last word. */
  private static final Set<Integer> SHORTENED = Set.of(0, 1, 2);

  /** Programs that it does not know by those names, or that its notation cannot say. */
  private static final Set<Integer> NUMBERED = Set.of(3, 6, 21, 23, 46, 62, 63, 77, 87);

  private InstrumentTokens() {}

  /**
   * The token of a program: {@code I[Flute]} where JFugue knows it by its General MIDI name, or by
   * that without its last word; else {@code I87}.
   */
  static String token(int program) {
    if (NUMBERED.contains(program)) {
      return "I" + program;
    }
    String name = Instruments.name(program).replace(' ', '_');
    return "I[" + (SHORTENED.contains(program) ? name.replaceFirst("_[^_]*$", "") : name) + "]";
  }
}
