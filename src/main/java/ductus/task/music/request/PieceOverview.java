package ductus.task.music.request;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.KeySignature;
import ductus.music.Mode;
import ductus.music.Score;
import ductus.music.TimeSignature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece in a line.
 *
 * @param metre of the first bar, such as {@code 6/8}; null where the kind has no bars
 * @param key such as {@code D dorian}; null where the kind has none
 * @param bars 0 where the kind has none; at most {@link Bar#MOST_OF_PIECE}
 */
public record PieceOverview(@Nullable String metre, @Nullable String key, int bars, int notes) {
  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);

  /** The overview of a score, by what it says itself. */
  public static PieceOverview of(Score score) {
    List<TimeSignature> metres =
        score.timeSignatures().isEmpty() ? List.of(COMMON_TIME) : score.timeSignatures();
    return new PieceOverview(
        metres.get(0).toString(),
        score.keySignatures().isEmpty() ? null : key(score.keySignatures().get(0)).label(),
        Bar.layOut(metres, score.ticksPerQuarter(), score.length(), Bar.MOST_OF_PIECE).size(),
        score.notes().size());
  }

  /** The key that a signature names. */
  public static Key key(KeySignature signature) {
    Mode mode = signature.minor() ? Mode.MINOR : Mode.MAJOR;
    return new Key(Math.floorMod(7 * (signature.fifths() - mode.fifthsOnC()), 12), mode);
  }
}
