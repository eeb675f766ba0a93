package ductus.workbench;

import ductus.generate.Prompt;
import ductus.model.BadFileException;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyFinder;
import ductus.music.encoding.MelodyFinding;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.encoding.Transposition;
import ductus.music.render.PrimerText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A tune that a new one goes on from, as the user names it. */
public final class Primer {
  private static final List<String> ENDINGS = List.of(".mid", ".midi", ".kar", ".smf", ".abc");

  private Primer() {}

  /**
   * What a tune goes on from: the primer's header with the length open, and its notes to the end of
   * the last one.
   *
   * @param primer a MIDI or ABC file, or notes in JFugue's notation
   * @param header a metre that is asked for is the primer's where it says none itself; the key is
   *     the primer's in any case
   * @param keys that the model learned in
   * @throws IllegalArgumentException if the notes are not understood, or do not fit the vocabulary
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
      return opening(inKey(finding.melody().get(), header), keys);
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException("primer " + primer + ": " + unfit.getMessage(), unfit);
    }
  }

  /** The opening that is a whole tune. */
  static MelodyRequest.Opening opening(Melody tune, TrainingConfig.Keys keys) {
    MelodyEncoding encoding = new MelodyEncoding();
    encoding.encode(tune);
    Melody learned =
        keys == TrainingConfig.Keys.COMMON ? Transposition.inCommonKey(tune) : tune;
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
    return ENDINGS.stream().anyMatch(lower::endsWith) || Files.isRegularFile(Path.of(primer));
  }

  /** The key that is asked for, else the one that was found. */
  private static Melody inKey(Melody melody, MelodyRequest.Header header) {
    return header.tonic() == null || header.mode() == null
        ? melody
        : melody.withKey(new Key(header.tonic(), header.mode()));
  }
}
