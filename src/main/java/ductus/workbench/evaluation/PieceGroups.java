package ductus.workbench.evaluation;

import ductus.file.BadFileException;
import ductus.model.ModelHeader;
import ductus.music.Melody;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.Piece;
import ductus.workbench.kind.MusicPiece;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pieces that a model is measured with.
 *
 * @param all of the folder
 * @param heldOut those of the folder that the model was not trained on; one at least
 * @param training pieces that the model was trained on, as far as they were found, in the folder or
 *     in the one that was named for it
 * @param trainedOn how many the model was trained on
 */
record PieceGroups(
    List<Piece<MusicPiece<Melody>>> all,
    List<Piece<MusicPiece<Melody>>> heldOut,
    List<Piece<MusicPiece<Melody>>> training,
    int trainedOn) {
  /**
   * Recognizes the training pieces by their hash.
   *
   * @param folder of the corpus, named in complaints
   * @param training where the training pieces are, if elsewhere
   * @throws BadFileException if there is nothing to measure on
   */
  static PieceGroups of(
      ModelHeader<?> header,
      Path folder,
      Corpus<MusicPiece<Melody>> corpus,
      Optional<Corpus<MusicPiece<Melody>>> training)
      throws BadFileException {
    Set<String> trainedOn = new HashSet<>(header.pieces());
    List<Piece<MusicPiece<Melody>>> all = corpus.pieces();
    List<Piece<MusicPiece<Melody>>> heldOut =
        all.stream().filter(piece -> !trainedOn.contains(piece.hash())).toList();
    if (all.isEmpty()) {
      throw new BadFileException(folder, "no melody could be read in it");
    }
    if (heldOut.isEmpty()) {
      throw new BadFileException(
          folder,
          (all.size() == 1 ? "its one piece was" : "all of its " + all.size() + " pieces were")
              + " trained on; name a folder with pieces that the model has not seen");
    }
    List<Piece<MusicPiece<Melody>>> candidates = new ArrayList<>(all);
    training.ifPresent(named -> candidates.addAll(named.pieces()));
    Set<String> missing = new HashSet<>(trainedOn);
    List<Piece<MusicPiece<Melody>>> found =
        candidates.stream().filter(piece -> missing.remove(piece.hash())).toList();
    return new PieceGroups(all, heldOut, found, trainedOn.size());
  }

  /** Pieces of the folder that the model was trained on. */
  int leftOut() {
    return all.size() - heldOut.size();
  }

  /** Whether every piece that the model was trained on is at hand. */
  boolean hasAllTraining() {
    return training.size() == trainedOn;
  }
}
