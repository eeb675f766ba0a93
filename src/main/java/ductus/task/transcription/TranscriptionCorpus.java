package ductus.task.transcription;

import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.corpus.Split;
import ductus.corpus.TuneFolder;
import ductus.file.BadFileException;
import ductus.music.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tunes to hear: the notes of MIDI, ABC and MusicXML files, and of sets of frames in JSON.
 *
 * @param training to learn from
 * @param validation held out: what a set says, or a tenth of a folder
 * @param leftOut files that could not be read
 */
record TranscriptionCorpus(
    List<Piece<Score>> training, List<Piece<Score>> validation, List<LeftOut> leftOut) {
  private static final double HELD_OUT = 0.1;

  TranscriptionCorpus {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads tunes.
   *
   * @param sources folders, or files
   * @param seed of what is held out
   * @throws BadFileException if there are not two tunes or more
   */
  static TranscriptionCorpus read(
      List<Path> sources, long seed, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    List<Piece<Score>> training = new ArrayList<>();
    List<Piece<Score>> validation = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Path source : sources) {
      Corpus<Score> corpus = TuneFolder.read(source, threads, listener);
      Split<Score> split = corpus.split(HELD_OUT, 0, seed);
      training.addAll(sounding(split.training()));
      validation.addAll(sounding(split.validation()));
      leftOut.addAll(corpus.leftOut());
    }
    if (training.isEmpty() || validation.isEmpty()) {
      throw new BadFileException(
          sources.get(0),
          "must have two tunes with notes or more to learn from but has %d"
                  .formatted(training.size() + validation.size())
              + (leftOut.isEmpty() ? "" : "; the first that was left out, " + leftOut.get(0)));
    }
    return new TranscriptionCorpus(training, validation, leftOut);
  }

  private static List<Piece<Score>> sounding(List<Piece<Score>> pieces) {
    return pieces.stream()
        .filter(piece -> !ScoreVoices.of(piece.value()).voices().isEmpty())
        .toList();
  }

  /** The notes of each piece. */
  static List<ScoreVoices> voices(List<Piece<Score>> pieces) {
    return pieces.stream().map(piece -> ScoreVoices.of(piece.value())).toList();
  }
}
