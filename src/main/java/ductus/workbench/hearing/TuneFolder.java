package ductus.workbench.hearing;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.frames.Frames;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.Piece;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.corpus.ScoreFile;
import ductus.workbench.corpus.Split;
import ductus.workbench.kind.MusicRequest;
import ductus.workbench.kind.PolyKind;
import ductus.workbench.kind.piece.MusicPiece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tunes as scores: the MIDI and ABC files of a folder, or sets of frames in JSON. */
public final class TuneFolder {
  private static final double HELD_OUT = 0.1;
  private static final PolyKind POLY = new PolyKind();

  private TuneFolder() {}

  /** All pieces of a source, and what it says is held out. */
  public static Corpus<Score> read(Path source, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    Optional<Corpus<MusicPiece<Frames>>> frames = POLY.collection(source);
    if (frames.isEmpty()) {
      return Corpus.read(source, ScoreFile.KIND, threads, listener);
    }
    Split<MusicPiece<Frames>> split = frames.get().split(HELD_OUT, 0, 0);
    return Corpus.of(scores(split.training()), scores(split.validation()));
  }

  private static List<Piece<Score>> scores(List<Piece<MusicPiece<Frames>>> pieces) {
    return pieces.stream()
        .map(
            piece ->
                new Piece<>(
                    piece.path(),
                    piece.hash(),
                    POLY.score(piece.value().music(), MusicRequest.PIANO)))
        .toList();
  }
}
