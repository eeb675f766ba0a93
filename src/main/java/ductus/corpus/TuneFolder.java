package ductus.corpus;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.frames.FrameScore;
import ductus.music.frames.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tunes as scores: the MIDI, ABC and MusicXML files of a folder, or sets of frames in JSON. */
public final class TuneFolder {
  private static final double HELD_OUT = 0.1;

  private TuneFolder() {}

  /** All pieces of a source, and what it says is held out. */
  public static Corpus<Score> read(Path source, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    Optional<Corpus<Frames>> frames = FrameSetsCorpus.read(source);
    if (frames.isEmpty()) {
      return Corpus.read(source, ScoreFile.KIND, threads, listener);
    }
    Split<Frames> split = frames.get().split(HELD_OUT, 0, 0);
    return Corpus.of(scores(split.training()), scores(split.validation()));
  }

  private static List<Piece<Score>> scores(List<Piece<Frames>> pieces) {
    return pieces.stream()
        .map(
            piece ->
                piece.map(
                    (hash, frames) -> FrameScore.score(frames, FrameScore.PIANO, FrameScore.LOUD)))
        .toList();
  }
}
