package ductus.music.encoding.drums;

import ductus.generate.Constraint;
import ductus.music.TimeSignature;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Holds a drum pattern's header to what is asked of it; the model draws what is left open. That a
 * stroke falls in the first bar is asked of every pattern.
 *
 * @param metre of the first bar
 * @param quartersPerMinute tempo
 * @param leastBars shortest length
 * @param mostBars longest length, at most {@link DrumsVocabulary#MOST_COUNTED_BARS}
 */
public record DrumsHeaderConstraint(
    Optional<TimeSignature> metre, OptionalDouble quartersPerMinute, int leastBars, int mostBars)
    implements Constraint {
  public DrumsHeaderConstraint {
    if (leastBars < 1 || mostBars < leastBars || mostBars > DrumsVocabulary.MOST_COUNTED_BARS) {
      throw new IllegalArgumentException(
          "bars must be 1 to %d but were %d to %d"
              .formatted(DrumsVocabulary.MOST_COUNTED_BARS, leastBars, mostBars));
    }
    metre.ifPresent(DrumsVocabulary::metreToken);
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    switch (length) {
      case DrumsEncoding.GRID_SLOT -> Constraint.keep(allowed, this::suits);
      case DrumsEncoding.METRE_SLOT -> Constraint.keep(allowed, this::isMetre);
      case DrumsEncoding.TEMPO_SLOT -> Constraint.keep(allowed, this::isTempo);
      case DrumsEncoding.LENGTH_SLOT -> Constraint.keep(allowed, this::isLength);
      default -> {
        if (isSilentFirstBar(tokens, length)) {
          allowed[DrumsVocabulary.STEP] = false;
        }
      }
    }
  }

  /** Whether a token is a grid on which the metre's bars are whole. */
  private boolean suits(int token) {
    return DrumsVocabulary.isGrid(token)
        && (metre.isEmpty() || metre.get().fits(DrumsVocabulary.stepsPerQuarter(token)));
  }

  private boolean isMetre(int token) {
    return DrumsVocabulary.isMetre(token)
        && (metre.isEmpty() || token == DrumsVocabulary.metreToken(metre.get()));
  }

  private boolean isTempo(int token) {
    return DrumsVocabulary.isTempo(token)
        && (quartersPerMinute.isEmpty()
            || token == DrumsVocabulary.tempoToken(quartersPerMinute.getAsDouble()));
  }

  private boolean isLength(int token) {
    return DrumsVocabulary.isLength(token)
        && DrumsVocabulary.bars(token) >= leastBars
        && DrumsVocabulary.bars(token) <= mostBars;
  }

  /** Whether nothing but steps was drawn, up to the last step of the first bar. */
  private static boolean isSilentFirstBar(int[] tokens, int length) {
    if (length < DrumsEncoding.FIRST_STEP) {
      return false;
    }
    for (int t = DrumsEncoding.FIRST_STEP; t < length; t++) {
      if (tokens[t] != DrumsVocabulary.STEP) {
        return false;
      }
    }
    int grid = DrumsVocabulary.stepsPerQuarter(tokens[DrumsEncoding.GRID_SLOT]);
    double bar = DrumsVocabulary.metre(tokens[DrumsEncoding.METRE_SLOT]).quartersPerBar() * grid;
    return length - DrumsEncoding.FIRST_STEP >= bar - 1;
  }
}
