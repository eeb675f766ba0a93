package ductus.music.encoding;

import java.util.Arrays;

/** The grid steps of a melody so far, and where its bars began. */
final class StepMemory {
  static final int HOLD = 0;
  static final int REST = 1;

  /** The step that begins the lowest pitch; those of higher ones follow. */
  static final int FIRST_ONSET = 2;

  private byte[] steps = new byte[256];
  private int[] barStarts = new int[64];
  private int stepCount;

  /** The value of a token that takes time. */
  static int step(int token) {
    if (token == MelodyVocabulary.HOLD) {
      return HOLD;
    }
    return token == MelodyVocabulary.REST
        ? REST
        : FIRST_ONSET + MelodyVocabulary.pitch(token) - MelodyVocabulary.LOWEST_PITCH;
  }

  /** The token of a value. */
  static int token(int step) {
    if (step == HOLD) {
      return MelodyVocabulary.HOLD;
    }
    return step == REST
        ? MelodyVocabulary.REST
        : MelodyVocabulary.onsetToken(step - FIRST_ONSET + MelodyVocabulary.LOWEST_PITCH);
  }

  void add(int step) {
    if (stepCount == steps.length) {
      steps = Arrays.copyOf(steps, 2 * stepCount);
    }
    steps[stepCount++] = (byte) step;
  }

  /** Remembers that a bar begins here. */
  void beginBar(int bar) {
    if (bar == barStarts.length) {
      barStarts = Arrays.copyOf(barStarts, 2 * bar);
    }
    barStarts[bar] = stepCount;
  }

  /** The step so many steps ago; -1 before the first. */
  int back(int distance) {
    return stepCount < distance ? -1 : steps[stepCount - distance];
  }

  /**
   * Number of the step at the place of the next one, in an earlier bar; -1 where it was shorter.
   */
  int atThisPlace(int bar, int earlier) {
    int then = barStarts[earlier] + stepCount - barStarts[bar];
    return then < barStarts[earlier + 1] ? then : -1;
  }

  /** Number of steps of a bar that is over. */
  int barLength(int bar) {
    return barStarts[bar + 1] - barStarts[bar];
  }

  /** The step of a number, from 0. */
  int get(int number) {
    return steps[number];
  }
}
