package ductus.cli.console;

import ductus.cli.text.Words;
import ductus.file.BadFileException;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.kind.MusicKind;
import ductus.workbench.kind.piece.MusicPiece;
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
      corpus = kind.corpus(Path.of(settings.corpus().folder()), threads, progress::reach);
    }
    if (!corpus.duplicates().isEmpty()) {
      console.say(
          Words.count(corpus.duplicates().size(), "duplicate") + " will not be learned twice");
    }
    return corpus;
  }
}
