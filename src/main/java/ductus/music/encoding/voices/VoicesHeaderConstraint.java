package ductus.music.encoding.voices;

import ductus.generate.Constraint;
import ductus.music.Key;
import ductus.music.Metres;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Holds the header of a setting to what is asked of it; the model draws what is left open.
 *
 * @param metre of the first phrase
 * @param tonic pitch class of the keynote
 * @param mode of the key
 * @param leastBars shortest length
 * @param mostBars longest length, at most {@link VoicesVocabulary#MOST_BARS}
 */
public record VoicesHeaderConstraint(
    Optional<TimeSignature> metre,
    OptionalInt tonic,
    Optional<Mode> mode,
    int leastBars,
    int mostBars)
    implements Constraint {
  public VoicesHeaderConstraint {
    if (leastBars < 1 || mostBars < leastBars || mostBars > VoicesVocabulary.MOST_BARS) {
      throw new IllegalArgumentException(
          "bars must be 1 to %d but were %d to %d"
              .formatted(VoicesVocabulary.MOST_BARS, leastBars, mostBars));
    }
    if (metre.isPresent() && Metres.indexOf(metre.get()) < 0) {
      throw new IllegalArgumentException(
          "metre must be one of " + Metres.ALL + " but was " + metre.get());
    }
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (length >= VoicesEncoding.HEADER) {
      return;
    }
    for (int token = 0; token < allowed.length; token++) {
      allowed[token] &= suits(VoicesVocabulary.kind(token), VoicesVocabulary.index(token));
    }
  }

  private boolean suits(Kind kind, int index) {
    return switch (kind) {
      case METRE -> metre.isEmpty() || Metres.ALL.get(index).sameMetre(metre.get());
      case KEY -> suits(VoicesVocabulary.key(index));
      case BARS -> index + 1 >= leastBars && index + 1 <= mostBars;
      default -> true;
    };
  }

  private boolean suits(Key key) {
    return (tonic.isEmpty() || key.tonic() == tonic.getAsInt())
        && (mode.isEmpty() || key.mode() == mode.get());
  }
}
