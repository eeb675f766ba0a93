package ductus.task.harmony;

import ductus.corpus.PieceKind;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.model.tagging.TagSequence;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.beat.BeatAnnotations;
import ductus.music.family.TuneFamilies;
import ductus.music.finding.MelodyFinder;
import ductus.music.finding.MelodyFinding;
import ductus.music.harmony.ChordSymbol;
import ductus.music.harmony.tune.BeatFeatures;
import ductus.music.harmony.tune.ChordClasses;
import ductus.music.harmony.tune.HarmonyStyle;
import ductus.music.harmony.tune.TuneBeats;
import ductus.train.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A tune with its chords.
 *
 * @param hash of all the notes in its file
 * @param style of its chords
 * @param melody the tune on its grid, by which versions of it are known
 * @param chords one a beat of the tune; {@link ChordSymbol#NONE} where none is known
 */
public record HarmonizedTune(
    String hash, HarmonyStyle style, Melody melody, TuneBeats tune, List<ChordSymbol> chords)
    implements Example<TagSequence> {
  /** MIDI, ABC and MusicXML files with a tune and chords. */
  public static final PieceKind<HarmonizedTune> KIND =
      ScoreFile.KIND.as(HarmonizedTune::read, HarmonizedTune::hash);

  /** Beats that are learned at a time, so that long songs do not count for more than short ones. */
  private static final int MOST_LEARNED = 96;

  public HarmonizedTune {
    chords = List.copyOf(chords);
    if (chords.size() != tune.beats().size()) {
      throw new IllegalArgumentException(
          "chords must be %d but were %d".formatted(tune.beats().size(), chords.size()));
    }
  }

  /** Reads the score of a file, on the beats that stand beside it if there are any. */
  static Score score(Path file) throws BadFileException, IOException {
    return BeatAnnotations.beside(file, ScoreFile.read(file));
  }

  private static HarmonizedTune read(Path path) throws BadFileException, IOException {
    Score score = score(path);
    HarmonyStyle style = HarmonyStyle.of(path, score).orElse(HarmonyStyle.FOLK);
    try {
      MelodyFinding finding = MelodyFinder.find(score);
      TuneBeats tune = TuneBeats.of(score, finding);
      List<ChordSymbol> chords = tune.chords(score, style);
      return new HarmonizedTune(
          ScoreHash.of(score), style, finding.melody().orElseThrow(), tune, chords);
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(path, String.valueOf(unfit.getMessage()));
    }
  }

  /** Numbers some tunes so that versions of one have the same number. */
  static int[] families(List<HarmonizedTune> tunes) {
    return TuneFamilies.of(tunes, tune -> Optional.of(tune.melody()));
  }

  @Override
  public int length() {
    return Math.min(MOST_LEARNED, chords.size());
  }

  /** The class of each beat's chord, or {@link TagSequence#NONE}. */
  int[] classes() {
    return chords.stream()
        .mapToInt(chord -> chord.isNone() ? TagSequence.NONE : ChordClasses.of(chord, tune.key()))
        .toArray();
  }

  /** The beats with their chords, as a network learns them. */
  TagSequence tags() {
    return new TagSequence(BeatFeatures.of(tune, style), classes(), BeatFeatures.PER_BEAT);
  }

  /**
   * Draws which part of a long tune is learned; counted from the keynote, it is in all keys at
   * once.
   */
  @Override
  public TagSequence draw(RandomGenerator random) {
    TagSequence all = tags();
    int from = random.nextInt(all.length() - length() + 1);
    return all.part(from, from + length());
  }
}
