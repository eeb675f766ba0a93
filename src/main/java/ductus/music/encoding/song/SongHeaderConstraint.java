package ductus.music.encoding.song;

import ductus.generate.Constraint;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.encoding.song.SongVocabulary.Kind;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the header of a song to what is asked for.
 *
 * @param metre of the first bar; null for any
 * @param tonic pitch class of the keynote, in the model's key; null for any
 * @param mode null for any
 * @param quartersPerMinute tempo; empty for any
 * @param fewest bars
 * @param most bars
 */
public record SongHeaderConstraint(
    @Nullable TimeSignature metre,
    @Nullable Integer tonic,
    @Nullable Mode mode,
    OptionalDouble quartersPerMinute,
    int fewest,
    int most)
    implements Constraint {
  private static final int METRE = 1;
  private static final int TONIC = 2;
  private static final int MODE = 3;
  private static final int TEMPO = 4;
  private static final int GROUP = 5;
  private static final int REMAINDER = 6;

  public SongHeaderConstraint {
    if (fewest < 1 || most < fewest || most > SongVocabulary.MOST_BARS) {
      throw new IllegalArgumentException(
          "bars must be 1 to %d but were %d to %d"
              .formatted(SongVocabulary.MOST_BARS, fewest, most));
    }
    if (metre != null) {
      SongVocabulary.metreToken(metre);
    }
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    switch (length) {
      case METRE -> {
        if (metre != null) {
          Constraint.keep(allowed, SongVocabulary.metreToken(metre));
        }
      }
      case TONIC -> {
        if (tonic != null) {
          Constraint.keep(allowed, SongVocabulary.token(Kind.TONIC, tonic));
        }
      }
      case MODE -> {
        if (mode != null) {
          Constraint.keep(
              allowed, SongVocabulary.token(Kind.MODE, SongVocabulary.MODES.indexOf(mode)));
        }
      }
      case TEMPO -> {
        if (quartersPerMinute.isPresent()) {
          Constraint.keep(allowed, SongVocabulary.tempoToken(quartersPerMinute.getAsDouble()));
        }
      }
      case GROUP ->
          Constraint.keep(
              allowed,
              token ->
                  token >= SongVocabulary.groupToken(fewest)
                      && token <= SongVocabulary.groupToken(most));
      case REMAINDER -> {
        int group = SongVocabulary.index(tokens[GROUP]);
        Constraint.keep(
            allowed,
            token -> {
              int bars = SongVocabulary.bars(group, SongVocabulary.index(token));
              return bars >= fewest && bars <= most;
            });
      }
      default -> {}
    }
  }
}
