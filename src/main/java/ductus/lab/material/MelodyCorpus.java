package ductus.lab.material;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.PieceExamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Some melodies of a folder to learn from, and others to measure by.
 *
 * @param training melodies to learn from
 * @param heldOut others
 */
public record MelodyCorpus(
    List<Piece<MusicPiece<Melody>>> training, List<Piece<MusicPiece<Melody>>> heldOut) {
  /** How melodies become tokens. */
  public static final MelodyKind KIND = new MelodyKind();

  public MelodyCorpus {
    training = List.copyOf(training);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * Melodies of a folder; which, the seed decides.
   *
   * @param folder of the project or any other, such as {@code corpora/melodies}
   * @param pieces to learn from
   * @param measured pieces to measure by
   * @throws BadFileException if there are not as many
   */
  public static MelodyCorpus read(String folder, int pieces, int measured, long seed)
      throws BadFileException, IOException {
    Path path = ShippedCorpora.resolve(folder);
    Corpus<MusicPiece<Melody>> corpus =
        Corpus.read(path, MusicCorpus.files(KIND), 1, (done, total) -> {});
    int all = corpus.pieces().size();
    if (pieces + measured > all) {
      throw new BadFileException(
          path,
          "must have %d melodies to learn from and %d to measure by but has %d"
              .formatted(pieces, measured, all));
    }
    double unused = all - pieces - measured;
    Split<MusicPiece<Melody>> split = corpus.split((double) measured / all, unused / all, seed);
    return new MelodyCorpus(split.training(), split.validation());
  }

  /** Sequences of the melodies to learn from, in some keys. */
  public List<Sequence> lessons(MusicTrainingConfig.Keys keys) {
    return PieceExamples.of(KIND, training, keys);
  }

  /** Sequences of the melodies to measure by, for who learns in some keys. */
  public List<Sequence> measured(MusicTrainingConfig.Keys keys) {
    return PieceExamples.of(KIND, heldOut, keys.heldOut());
  }
}
