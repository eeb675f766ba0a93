package ductus.task.music.training;

import ductus.corpus.FolderFiles;
import ductus.corpus.Piece;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The model whose weights a run begins with. */
final class FirstModel {
  private FirstModel() {}

  /**
   * Opens the model that a configuration names.
   *
   * @throws BadFileException if there is none, or it is of another kind
   * @throws IllegalArgumentException if it learned in other keys, or other conditions or merges are
   *     asked for
   */
  static <T> MusicModel<T> open(MusicTrainingConfig config, MusicKind<T> kind)
      throws BadFileException, IOException {
    MusicModel<T> model = MusicModels.open(config.from(), kind);
    List<String> wanted = config.corpus().conditions();
    if (!wanted.isEmpty() && !wanted.stream().allMatch(model.conditions()::know)) {
      throw new IllegalArgumentException(
          "conditions are those of the model that is gone on from, %s, but were %s: leave out --conditions"
              .formatted(
                  model.conditions().all().isEmpty()
                      ? "which has none"
                      : String.join(", ", model.conditions().known()),
                  String.join(", ", wanted)));
    }
    int merges = config.corpus().merges();
    if (merges != 0 && merges != model.merges().count()) {
      throw new IllegalArgumentException(
          "merges are those of the model that is gone on from, %d, but were %d: leave out --merges"
              .formatted(model.merges().count(), merges));
    }
    if (model.keys() != config.corpus().keys()) {
      throw new IllegalArgumentException(
          "keys must be %s, as %s learned in, but were %s"
              .formatted(model.keys().label(), config.from(), config.corpus().keys().label()));
    }
    return model;
  }

  /**
   * Moves what the model learned from the pieces held out to those that are learned: it would not
   * be measured by them.
   *
   * @throws BadFileException if nothing is left to be held out
   */
  static <T> Split<MusicPiece<T>> split(
      Split<MusicPiece<T>> split, MusicModel<T> model, Path source) throws BadFileException {
    Set<String> known = new HashSet<>(model.file().header().pieces());
    List<Piece<MusicPiece<T>>> training = new ArrayList<>(split.training());
    List<Piece<MusicPiece<T>>> heldOut = new ArrayList<>();
    for (Piece<MusicPiece<T>> piece : split.validation()) {
      (known.contains(piece.hash()) ? training : heldOut).add(piece);
    }
    if (heldOut.isEmpty()) {
      throw new BadFileException(
          source,
          "all %d pieces that would be held out were learned by %s: there is nothing to measure by; add pieces, or hold out more (--validation)"
              .formatted(split.validation().size(), model.name()));
    }
    training.sort(Comparator.comparing(Piece::path, FolderFiles.BY_NAME));
    return new Split<>(training, heldOut, split.test());
  }
}
