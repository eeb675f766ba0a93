package ductus.task.music.evaluation;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.model.ModelHeader;
import ductus.task.music.kind.MusicPiece;
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
 * @param <T> the kind of piece
 */
record PieceGroups<T>(
    List<Piece<MusicPiece<T>>> all,
    List<Piece<MusicPiece<T>>> heldOut,
    List<Piece<MusicPiece<T>>> training,
    int trainedOn) {
  /**
   * Recognizes the training pieces by their hash.
   *
   * @param folder of the corpus, named in complaints
   * @param training where the training pieces are, if elsewhere
   * @throws BadFileException if there is nothing to measure on
   */
  static <T> PieceGroups<T> of(
      ModelHeader<?> header,
      Path folder,
      Corpus<MusicPiece<T>> corpus,
      Optional<Corpus<MusicPiece<T>>> training)
      throws BadFileException {
    Set<String> trainedOn = new HashSet<>(header.pieces());
    List<Piece<MusicPiece<T>>> all = corpus.pieces();
    List<Piece<MusicPiece<T>>> heldOut =
        all.stream().filter(piece -> !trainedOn.contains(piece.hash())).toList();
    if (all.isEmpty()) {
      throw new BadFileException(folder, "no piece could be read in it");
    }
    if (heldOut.isEmpty()) {
      throw new BadFileException(
          folder,
          (all.size() == 1 ? "its one piece was" : "all of its " + all.size() + " pieces were")
              + " trained on; name a folder with pieces that the model has not seen");
    }
    List<Piece<MusicPiece<T>>> candidates = new ArrayList<>(all);
    training.ifPresent(named -> candidates.addAll(named.pieces()));
    Set<String> missing = new HashSet<>(trainedOn);
    List<Piece<MusicPiece<T>>> found =
        candidates.stream().filter(piece -> missing.remove(piece.hash())).toList();
    return new PieceGroups<>(all, heldOut, found, trainedOn.size());
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
