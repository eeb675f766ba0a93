package ductus.cli.console;

import ductus.cli.format.NumberText;
import ductus.corpus.Corpus;
import ductus.file.BadFileException;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.TrainingConfig;
import java.io.IOException;
import java.nio.file.Path;

/** Reads what networks of music learn from, with progress. */
public final class MusicReading {
  private MusicReading() {}

  /** Reads the pieces of a folder, or of a file that holds many. */
  public static <T> Corpus<MusicPiece<T>> read(
      MusicKind<T> kind, TrainingConfig settings, Console console, int threads)
      throws BadFileException, IOException {
    Corpus<MusicPiece<T>> corpus;
    try (Progress progress = console.progress("Reading")) {
      corpus =
          MusicCorpus.read(kind, Path.of(settings.corpus().folder()), threads, progress::reach);
    }
    if (!corpus.duplicates().isEmpty()) {
      console.say(
          NumberText.count(corpus.duplicates().size(), "duplicate") + " will not be learned twice");
    }
    return corpus;
  }
}
