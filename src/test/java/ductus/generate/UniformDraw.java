package ductus.generate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.model.Encoding;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Sequences drawn without a network: of all tokens that are allowed each is as likely. */
public final class UniformDraw {
  private UniformDraw() {}

  /**
   * The tokens of a sequence to its end.
   *
   * @param most tokens, which it must not reach
   */
  public static int[] of(
      Encoding<?> encoding, List<Constraint> constraints, int most, RandomGenerator random) {
    Encoding.Cursor cursor = encoding.cursor();
    int[] tokens = new int[most];
    int length = 0;
    while (!cursor.ended() && length < most) {
      boolean[] allowed = new boolean[encoding.vocabularySize()];
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] = cursor.allows(token);
      }
      for (Constraint constraint : constraints) {
        constraint.restrict(tokens, length, allowed);
      }
      int[] choices = IntStream.range(0, allowed.length).filter(t -> allowed[t]).toArray();
      tokens[length] = choices[random.nextInt(choices.length)];
      cursor.accept(tokens[length++]);
    }
    assertTrue(cursor.ended());
    return Arrays.copyOf(tokens, length);
  }
}
