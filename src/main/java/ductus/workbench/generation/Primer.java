package ductus.workbench.generation;

import ductus.file.BadFileException;
import ductus.generate.Prompt;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.encoding.Transposition;
import ductus.music.finding.MelodyFinder;
import ductus.music.finding.MelodyFinding;
import ductus.music.jfugue.PrimerText;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.ScoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A tune that a new one goes on from, as the user names it. */
public final class Primer {
  private Primer() {}

  /**
   * What a tune goes on from: the primer's header with the length open, and its notes to the end of
   * the last one.
   *
   * @param primer a MIDI or ABC file, or notes in JFugue's notation
   * @param header a metre that is asked for is the primer's where it says none itself; the key is
   *     the primer's in any case
   * @param keys that the model learned in
   * @throws IllegalArgumentException if the notes are not understood, do not fit the vocabulary,
   *     are too many to go on from, or are in another metre or mode than is asked for
   */
  public static MelodyRequest.Opening opening(
      String primer, MelodyRequest.Header header, TrainingConfig.Keys keys)
      throws BadFileException, IOException {
    Score score = isFile(primer) ? ScoreFile.read(Path.of(primer)) : PrimerText.parse(primer);
    if (header.metre() != null && score.timeSignatures().isEmpty()) {
      score = score.withTimeSignatures(List.of(header.metre()));
    }
    MelodyFinding finding = MelodyFinder.find(score, 1);
    if (finding.melody().isEmpty()) {
      throw new IllegalArgumentException("primer " + primer + ": " + finding.refusal());
    }
    try {
      Melody melody = inKey(finding.melody().get(), header);
      requireAgreement(melody, header);
      return opening(melody, keys);
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          "primer "
              + primer
              + ": "
              + unfit.getMessage()
              + (isFile(primer) || !leavesVocabulary(finding.melody().get())
                  ? ""
                  : "; in JFugue's notation, where C5 is middle C, C3 to B7"),
          unfit);
    }
  }

  /** The opening that is a whole tune. */
  static MelodyRequest.Opening opening(Melody tune, TrainingConfig.Keys keys) {
    int bars = tune.bars().size();
    if (bars >= MelodyVocabulary.MOST_COUNTED_BARS) {
      throw new IllegalArgumentException(
          "must have %d bars at most, so that it can go on, but has %d"
              .formatted(MelodyVocabulary.MOST_COUNTED_BARS - 1, bars));
    }
    MelodyEncoding encoding = new MelodyEncoding();
    encoding.encode(tune);
    Melody learned = keys == TrainingConfig.Keys.COMMON ? Transposition.inCommonKey(tune) : tune;
    int[] tokens = encoding.encode(learned).tokens();
    int end = tokens.length - 1;
    while (tokens[end - 1] == MelodyVocabulary.REST) {
      end--;
    }
    List<Integer> opening = new ArrayList<>(end);
    for (int t = 0; t < end; t++) {
      opening.add(t == MelodyEncoding.LENGTH_SLOT ? Prompt.OPEN : tokens[t]);
    }
    return new MelodyRequest.Opening(
        opening, tune.notes().get(0).pitch() - learned.notes().get(0).pitch());
  }

  private static boolean isFile(String primer) {
    String lower = primer.toLowerCase(Locale.ROOT);
    try {
      return ScoreFile.KIND.endings().stream().anyMatch(lower::endsWith)
          || Files.isRegularFile(Path.of(primer));
    } catch (InvalidPathException notAName) {
      // Bars and ties are no characters of names on Windows.
      return false;
    }
  }

  private static void requireAgreement(Melody melody, MelodyRequest.Header header) {
    TimeSignature metre = melody.timeSignatures().get(0);
    if (header.metre() != null && !metre.sameMetre(header.metre())) {
      throw new IllegalArgumentException(
          "is in " + metre + ", but " + header.metre() + " is asked for");
    }
    Key key = melody.key();
    if (header.mode() != null && header.mode() != key.mode()) {
      throw new IllegalArgumentException(
          "is in %s, but %s is asked for; name its key as well"
              .formatted(key.label(), header.mode().label()));
    }
  }

  private static boolean leavesVocabulary(Melody melody) {
    return melody.notes().stream()
        .anyMatch(
            note ->
                note.pitch() < MelodyVocabulary.LOWEST_PITCH
                    || note.pitch() > MelodyVocabulary.HIGHEST_PITCH);
  }

  /** The key that is asked for, else the one that was found. */
  private static Melody inKey(Melody melody, MelodyRequest.Header header) {
    return header.tonic() == null || header.mode() == null
        ? melody
        : melody.withKey(new Key(header.tonic(), header.mode()));
  }
}
