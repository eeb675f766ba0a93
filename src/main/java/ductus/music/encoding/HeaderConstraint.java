package ductus.music.encoding;

import ductus.generate.Constraint;
import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Holds a melody's header to what is asked of it; the model draws what is left open.
 *
 * @param metre of the first bar
 * @param tonic pitch class of the keynote
 * @param mode of the key
 * @param leastBars shortest length
 * @param mostBars longest length, at most {@link MelodyVocabulary#MOST_COUNTED_BARS}
 */
public record HeaderConstraint(
    Optional<TimeSignature> metre,
    OptionalInt tonic,
    Optional<Mode> mode,
    int leastBars,
    int mostBars)
    implements Constraint {
  public HeaderConstraint {
    if (leastBars < 1 || mostBars < leastBars || mostBars > MelodyVocabulary.MOST_COUNTED_BARS) {
      throw new IllegalArgumentException(
          "bars must be 1 to %d but were %d to %d"
              .formatted(MelodyVocabulary.MOST_COUNTED_BARS, leastBars, mostBars));
    }
    metre.ifPresent(MelodyVocabulary::metreToken);
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    switch (length) {
      case MelodyEncoding.GRID_SLOT -> Constraint.keep(allowed, this::suits);
      case MelodyEncoding.METRE_SLOT -> Constraint.keep(allowed, this::isMetre);
      case MelodyEncoding.KEY_SLOT -> Constraint.keep(allowed, this::isKey);
      case MelodyEncoding.LENGTH_SLOT -> Constraint.keep(allowed, this::isLength);
      default -> {}
    }
  }

  /** Whether a token is a grid on which the metre's bars are whole. */
  private boolean suits(int token) {
    return MelodyVocabulary.isGrid(token)
        && (metre.isEmpty() || metre.get().fits(MelodyVocabulary.stepsPerQuarter(token)));
  }

  private boolean isMetre(int token) {
    return MelodyVocabulary.isMetre(token)
        && (metre.isEmpty() || MelodyVocabulary.metre(token).sameMetre(metre.get()));
  }

  private boolean isKey(int token) {
    if (!MelodyVocabulary.isKey(token)) {
      return false;
    }
    Key key = MelodyVocabulary.key(token);
    return (tonic.isEmpty() || key.tonic() == tonic.getAsInt())
        && (mode.isEmpty() || key.mode() == mode.get());
  }

  private boolean isLength(int token) {
    return MelodyVocabulary.isLength(token)
        && MelodyVocabulary.bars(token) >= leastBars
        && MelodyVocabulary.bars(token) <= mostBars;
  }
}
