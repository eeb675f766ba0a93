package ductus.workbench.training;

import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.Transposition;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.Piece;
import java.util.List;

/** Tunes as sequences to learn from, in the keys that a run asks for. */
public final class TuneExamples {
  private TuneExamples() {}

  /** All sequences of some tunes; one whose range is too wide for another key stays in its own. */
  public static List<Sequence> of(List<Piece<Tune>> tunes, TrainingConfig.Keys keys) {
    MelodyEncoding encoding = new MelodyEncoding();
    return tunes.stream()
        .flatMap(piece -> inKeys(piece.value().melody(), keys).stream())
        .map(encoding::encode)
        .toList();
  }

  private static List<Melody> inKeys(Melody melody, TrainingConfig.Keys keys) {
    return switch (keys) {
      case ALL -> Transposition.inAllKeys(melody);
      case COMMON -> List.of(inCommonKey(melody));
      case OWN -> List.of(melody);
    };
  }

  private static Melody inCommonKey(Melody melody) {
    try {
      return Transposition.inCommonKey(melody);
    } catch (IllegalArgumentException tooWide) {
      return melody;
    }
  }
}
