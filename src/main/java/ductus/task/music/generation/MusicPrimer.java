package ductus.task.music.generation;

import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.musicstring.PrimerText;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Music that a new piece goes on from, as the user names it. */
public final class MusicPrimer {
  private MusicPrimer() {}

  /**
   * The opening that a piece goes on from.
   *
   * @param primer a MIDI, ABC or MusicXML file, or notes in JFugue's notation
   * @param header what is asked of the new piece
   * @param keys that the model learned in
   * @param notices hears what the primer is taken for, where that is not plain
   * @throws IllegalArgumentException if the notes are not understood, or one cannot go on from them
   */
  public static MusicRequest.Opening opening(
      MusicKind<?> kind,
      String primer,
      MusicRequest.Header header,
      MusicTrainingConfig.Keys keys,
      Consumer<String> notices)
      throws BadFileException, IOException {
    Score score = score(kind, primer);
    MusicRequest.Opening opening = opening(primer, score, () -> kind.opening(score, header, keys));
    String taken = kind.takenFor(score);
    if (!taken.isEmpty()) {
      notices.accept("primer " + primer + ": " + taken);
    }
    return opening;
  }

  /** The opening that a piece goes on from; nothing is said of what the primer is taken for. */
  public static MusicRequest.Opening opening(
      MusicKind<?> kind, String primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys)
      throws BadFileException, IOException {
    return opening(kind, primer, header, keys, notice -> {});
  }

  /**
   * The opening of a piece that is the accompaniment of a tune.
   *
   * @param primer as above
   * @param header what is asked of the new piece
   * @param keys that the model learned in
   * @throws IllegalArgumentException if there is no tune
   */
  public static MusicRequest.Opening tune(
      MusicKind<?> kind, String primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys)
      throws BadFileException, IOException {
    Score score = score(kind, primer);
    return opening(primer, score, () -> kind.accompaniment(score, header, keys));
  }

  /**
   * The opening that a piece goes on from, given as notes alone: they are never taken for the name
   * of a file.
   *
   * @param notes in JFugue's notation
   * @param header what is asked of the new piece
   * @param keys that the model learned in
   * @throws IllegalArgumentException if they are not understood, or one cannot go on from them
   */
  public static MusicRequest.Opening played(
      MusicKind<?> kind, String notes, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    return kind.opening(PrimerText.parse(notes), header, keys);
  }

  /**
   * The opening of a piece that is the accompaniment of a tune, given as notes alone.
   *
   * @param notes in JFugue's notation
   * @param header what is asked of the new piece
   * @param keys that the model learned in
   * @throws IllegalArgumentException if they are not understood, or are no tune
   */
  public static MusicRequest.Opening playedTune(
      MusicKind<?> kind, String notes, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    return kind.accompaniment(PrimerText.parse(notes), header, keys);
  }

  /**
   * A whole piece, of which bars are written anew.
   *
   * @param primer as above
   * @param keys that the model learned in
   * @throws IllegalArgumentException if it holds nothing for the kind, or the kind has no bars
   */
  public static MusicRequest.Opening whole(
      MusicKind<?> kind, String primer, MusicTrainingConfig.Keys keys)
      throws BadFileException, IOException {
    Score score = score(kind, primer);
    return opening(primer, score, () -> Infilling.opening(kind, score, keys));
  }

  /**
   * A piece up to a bar line, to go on to another end; its header stays.
   *
   * @param primer as above
   * @param bar number of the first bar that is left out, from 1
   * @param keys that the model learned in
   * @throws IllegalArgumentException if it holds nothing for the kind, the kind has no bars, or the
   *     piece has no such bar
   */
  public static MusicRequest.Opening until(
      MusicKind<?> kind, String primer, int bar, MusicTrainingConfig.Keys keys)
      throws BadFileException, IOException {
    MusicRequest.Opening whole = whole(kind, primer, keys);
    int[] tokens = whole.tokens().stream().mapToInt(Integer::intValue).toArray();
    List<Integer> lines = kind.barLines(tokens);
    if (bar < 2 || bar > lines.size() - 1) {
      throw new IllegalArgumentException(
          "the bar to go on from must be 2 to %d but was %d".formatted(lines.size() - 1, bar));
    }
    return new MusicRequest.Opening(whole.tokens().subList(0, lines.get(bar - 1)), whole.shift());
  }

  private static Score score(MusicKind<?> kind, String primer)
      throws BadFileException, IOException {
    return isFile(primer) ? kind.readScore(Path.of(primer)) : PrimerText.parse(primer);
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
