package ductus.task.music.tune;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.Mode;
import ductus.music.Transposition;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordSymbol;
import ductus.music.leadsheet.Leadsheet;
import ductus.task.music.request.MusicRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chords that a tune is written over.
 *
 * @param chords as they were given
 * @param key that was asked for, or else the one that suits them best
 */
public record Backing(ChordProgression chords, Key key) {
  /** A tune goes through the chords until it has so many bars. */
  private static final int FEWEST_BARS = 16;

  /** How much more the first chord, and the last, say of the key than the notes of a chord. */
  private static final int FIRST = 3;

  private static final int LAST = 2;

  /** The backing that a request asks for. */
  public static Optional<Backing> of(MusicRequest request) {
    return Optional.ofNullable(request.guidance().backing())
        .map(ChordProgression::parse)
        .map(chords -> new Backing(chords, key(chords, request.header())));
  }

  /** The request with key and length where it leaves them open. */
  public MusicRequest settle(MusicRequest request) {
    MusicRequest.Header header = request.header();
    int bars = chords.bars().size();
    int rounds = (FEWEST_BARS + bars - 1) / bars;
    return request.with(
        new MusicRequest.Header(
            header.metre(),
            key.tonic(),
            key.mode(),
            header.bars() == null
                ? Integer.valueOf(Math.min(rounds * bars, MelodyVocabulary.MOST_COUNTED_BARS))
                : header.bars(),
            header.form(),
            header.cadences()));
  }

  /** The chords in the key of its mode without sharps and flats. */
  public ChordProgression inCommonKey() {
    return chords.transpose(Transposition.commonTonic(key.mode()) - key.tonic());
  }

  /**
   * The chords as they are in the model.
   *
   * @param common whether it learned in keys without sharps and flats
   */
  public ChordProgression inModel(MusicRequest request, boolean common) {
    if (!request.opening().isEmpty()) {
      return chords.transpose(-request.opening().shift());
    }
    return common ? inCommonKey() : chords;
  }

  /** A tune in its own key with these chords, again and again, as far as it goes. */
  public Leadsheet beneath(Melody melody) {
    List<ChordChange> changes = new ArrayList<>();
    List<Bar> bars = melody.bars();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      List<ChordSymbol> inBar = chords.bars().get(i % chords.bars().size());
      for (int k = 0; k < inBar.size(); k++) {
        int step = (int) (bar.start() + Math.round((double) k * bar.length() / inBar.size()));
        if (step < melody.steps()) {
          changes.add(new ChordChange(step, inBar.get(k)));
        }
      }
    }
    return new Leadsheet(melody, changes);
  }

  private static Key key(ChordProgression chords, MusicRequest.Header header) {
    Key best = new Key(0, Mode.MAJOR);
    int most = Integer.MIN_VALUE;
    List<Mode> modes =
        header.mode() == null ? List.of(Mode.MAJOR, Mode.MINOR) : List.of(header.mode());
    for (Mode mode : modes) {
      for (int tonic = 0; tonic < 12; tonic++) {
        Key key = new Key(tonic, mode);
        if ((header.tonic() == null || header.tonic() == tonic) && fit(chords, key) > most) {
          most = fit(chords, key);
          best = key;
        }
      }
    }
    return best;
  }

  private static int fit(ChordProgression chords, Key key) {
    List<ChordSymbol> all = chords.bars().stream().flatMap(List::stream).toList();
    int fit = 0;
    for (ChordSymbol chord : all) {
      for (int pitchClass : chord.pitchClasses()) {
        fit += key.contains(pitchClass) ? 1 : -1;
      }
    }
    fit += isTonic(all.get(0), key) ? FIRST : 0;
    fit += isTonic(all.get(all.size() - 1), key) ? LAST : 0;
    return fit;
  }

  private static boolean isTonic(ChordSymbol chord, Key key) {
    return !chord.isNone()
        && chord.root() == key.tonic()
        && chord.quality().contains(3) == key.mode().hasMinorThird();
  }
}
