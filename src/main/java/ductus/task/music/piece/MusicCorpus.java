package ductus.task.music.piece;

import ductus.corpus.Corpus;
import ductus.corpus.PieceKind;
import ductus.corpus.ReadingListener;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.task.Preparing;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicPiece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the pieces of a kind of music from where a user has them. */
public final class MusicCorpus {
  private MusicCorpus() {}

  /**
   * The files of a kind; the same notes are the same piece. What is found in a MIDI file is kept in
   * the user's cache.
   */
  public static <T> PieceKind<MusicPiece<T>> files(MusicKind<T> kind) {
    return ScoreFile.KIND.as(CachedPieceReader.of(kind), MusicPiece::hash);
  }

  /**
   * The pieces of a file that holds many, where the kind knows such files, or of a sharded corpus.
   *
   * @return empty if this is neither
   * @throws BadFileException if it is broken
   */
  public static <T> Optional<Corpus<MusicPiece<T>>> collection(MusicKind<T> kind, Path file)
      throws BadFileException, IOException {
    Optional<Corpus<MusicPiece<T>>> sets = kind.sets(file);
    return sets.isPresent() ? sets : ShardedPieces.open(kind, file);
  }

  /**
   * Reads the pieces of a folder, or of a {@link #collection}.
   *
   * @param threads 1 or more
   * @param listener hears how many files are read
   * @throws BadFileException if there is nothing to learn from
   */
  public static <T> Corpus<MusicPiece<T>> read(
      MusicKind<T> kind, Path source, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    Optional<Corpus<MusicPiece<T>>> collection = collection(kind, source);
    return collection.isPresent()
        ? collection.get()
        : Corpus.read(source, files(kind), threads, listener);
  }

  /**
   * Reads the pieces that a run is to learn; says how many are there twice, and why some are
   * lacking where there are fewer than two.
   *
   * @throws BadFileException if there is nothing to learn from
   */
  public static <T> Corpus<MusicPiece<T>> read(MusicKind<T> kind, Path source, Preparing preparing)
      throws BadFileException, IOException {
    Corpus<MusicPiece<T>> corpus = read(kind, source, preparing.threads(), preparing.reading());
    int duplicates = corpus.duplicates().size();
    if (duplicates > 0) {
      preparing
          .stages()
          .notice(NumberText.count(duplicates, "duplicate") + " will not be learned twice");
    }
    if (corpus.pieces().size() < 2) {
      preparing.stages().lacks(corpus.leftOut());
    }
    return corpus;
  }
}
