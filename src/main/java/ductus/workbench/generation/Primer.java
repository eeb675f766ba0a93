package ductus.workbench.generation;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.jfugue.PrimerText;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.ScoreFile;
import ductus.workbench.kind.MusicKind;
import ductus.workbench.kind.MusicRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Music that a new piece goes on from, as the user names it. */
public final class Primer {
  private Primer() {}

  /**
   * What a piece goes on from.
   *
   * @param primer a MIDI or ABC file, or notes in JFugue's notation
   * @param header what is asked of the new piece
   * @param keys that the model learned in
   * @throws IllegalArgumentException if the notes are not understood, or one cannot go on from them
   */
  public static MusicRequest.Opening opening(
      MusicKind<?> kind, String primer, MusicRequest.Header header, TrainingConfig.Keys keys)
      throws BadFileException, IOException {
    Score score = score(primer);
    return opening(primer, score, () -> kind.opening(score, header, keys));
  }

  /**
   * A whole piece, of which bars are written anew.
   *
   * @param primer as above
   * @param keys that the model learned in
   * @throws IllegalArgumentException if it holds nothing for the kind, or the kind has no bars
   */
  public static MusicRequest.Opening whole(
      MusicKind<?> kind, String primer, TrainingConfig.Keys keys)
      throws BadFileException, IOException {
    Score score = score(primer);
    return opening(primer, score, () -> Filling.opening(kind, score, keys));
  }

  private static Score score(String primer) throws BadFileException, IOException {
    return isFile(primer) ? ScoreFile.read(Path.of(primer)) : PrimerText.parse(primer);
  }

  private static MusicRequest.Opening opening(
      String primer, Score score, Supplier<MusicRequest.Opening> opening) {
    try {
      return opening.get();
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          "primer "
              + primer
              + ": "
              + unfit.getMessage()
              + (isFile(primer) || !leavesVocabulary(score)
                  ? ""
                  : "; in JFugue's notation, where C5 is middle C, C3 to B7"),
          unfit);
    }
  }

  private static boolean isFile(String primer) {
    try {
      Path path = Path.of(primer);
      return ScoreFile.KIND.matches(path) || Files.isRegularFile(path);
    } catch (InvalidPathException notAName) {
      // Bars and ties are no characters of names on Windows.
      return false;
    }
  }

  private static boolean leavesVocabulary(Score score) {
    return score.notes().stream()
        .anyMatch(
            note ->
                note.pitch() < MelodyVocabulary.LOWEST_PITCH
                    || note.pitch() > MelodyVocabulary.HIGHEST_PITCH);
  }
}
