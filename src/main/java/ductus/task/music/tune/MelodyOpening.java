package ductus.task.music.tune;

import ductus.generate.Prompt;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.Transposition;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.finding.MelodyFinder;
import ductus.music.finding.MelodyFinding;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.ArrayList;
import java.util.List;

/** What a new melody goes on from: a tune's header with the length open, and its notes. */
public final class MelodyOpening {
  private MelodyOpening() {}

  /**
   * The opening that is the melody of a score, to the end of its last note.
   *
   * @param header a metre that is asked for is the primer's where it says none itself; the key is
   *     the primer's in any case
   * @throws IllegalArgumentException if there is no melody, or it does not fit the vocabulary, is
   *     too long to go on from, or is in another metre or mode than is asked for
   */
  public static MusicRequest.Opening of(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    MelodyFinding finding = MelodyFinder.find(inMetre(primer, header), 1);
    if (finding.melody().isEmpty()) {
      throw new IllegalArgumentException(finding.refusal());
    }
    Melody melody = inKey(finding.melody().get(), header);
    requireAgreement(melody, header);
    return of(melody, keys);
  }

  /** A score that says no metre, in the one that is asked for. */
  public static Score inMetre(Score primer, MusicRequest.Header header) {
    return header.metre() != null && primer.timeSignatures().isEmpty()
        ? primer.withTimeSignatures(List.of(header.metre()))
        : primer;
  }

  /** The opening that is a whole tune. */
  private static MusicRequest.Opening of(Melody tune, MusicTrainingConfig.Keys keys) {
    int bars = tune.bars().size();
    if (bars >= MelodyVocabulary.MOST_COUNTED_BARS) {
      throw new IllegalArgumentException(
          "must have %d bars at most, so that it can go on, but has %d"
              .formatted(MelodyVocabulary.MOST_COUNTED_BARS - 1, bars));
    }
    MelodyEncoding encoding = new MelodyEncoding();
    encoding.encode(tune);
    Melody learned =
        keys == MusicTrainingConfig.Keys.COMMON ? Transposition.inCommonKey(tune) : tune;
    int[] tokens = encoding.tokens(learned);
    int end = tokens.length - 1;
    while (tokens[end - 1] == MelodyVocabulary.REST) {
      end--;
    }
    List<Integer> opening = new ArrayList<>(end);
    for (int t = 0; t < end; t++) {
      opening.add(t == MelodyEncoding.LENGTH_SLOT ? Prompt.OPEN : tokens[t]);
    }
    return new MusicRequest.Opening(
        opening, tune.notes().get(0).pitch() - learned.notes().get(0).pitch());
  }

  private static void requireAgreement(Melody melody, MusicRequest.Header header) {
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

  /** The key that is asked for, else the one that was found. */
  private static Melody inKey(Melody melody, MusicRequest.Header header) {
    return header.tonic() == null || header.mode() == null
        ? melody
        : melody.withKey(new Key(header.tonic(), header.mode()));
  }
}
