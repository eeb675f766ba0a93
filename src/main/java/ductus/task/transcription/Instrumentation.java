package ductus.task.transcription;

import ductus.math.Randomness;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Instruments of General MIDI: those that a network learns to hear, and those that it never hears
 * while it learns, of the same families. Drums, pads, effects and sounds without one pitch are in
 * neither.
 *
 * @param programs 0 to 127; those that are often heard stand several times
 */
public record Instrumentation(List<Integer> programs) {
  /** The instruments that are heard while learning. */
  public static final Instrumentation LEARNED =
      of(
          0, 0, 0, 0, 2, 4, 6, 9, 10, 11, 12, 15, 16, 17, 19, 21, 23, 24, 24, 25, 25, 27, 28, 32,
          33, 40, 42, 45, 46, 48, 52, 56, 57, 60, 61, 64, 66, 67, 68, 71, 73, 73, 74, 75, 78, 80,
          81, 104, 106, 108, 110);

  /** The instruments never heard while learning: to measure by. */
  public static final Instrumentation KEPT_BACK =
      of(1, 3, 5, 7, 8, 13, 18, 20, 22, 26, 41, 49, 53, 59, 62, 65, 69, 70, 72, 79, 105, 107);

  public Instrumentation {
    programs = List.copyOf(programs);
  }

  private static Instrumentation of(Integer... programs) {
    return new Instrumentation(List.of(programs));
  }

  /** Draws an instrument. */
  int draw(RandomGenerator random) {
    return programs.get(Randomness.another(-1, programs.size(), random));
  }
}
