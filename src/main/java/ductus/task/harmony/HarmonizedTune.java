package ductus.task.harmony;

import ductus.corpus.PieceKind;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.model.tagging.TagSequence;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.harmony.ChordSymbol;
import ductus.music.harmony.tune.BeatFeatures;
import ductus.music.harmony.tune.ChordClasses;
import ductus.music.harmony.tune.TuneBeats;
import ductus.train.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A tune with its chords.
 *
 * @param hash of all the notes in its file
 * @param chords one a beat of the tune; {@link ChordSymbol#NONE} where none is known
 */
public record HarmonizedTune(String hash, TuneBeats tune, List<ChordSymbol> chords)
    implements Example<TagSequence> {
  /** MIDI, ABC and MusicXML files with a tune and chords. */
  public static final PieceKind<HarmonizedTune> KIND =
      new PieceKind<>(
          ScoreFile.KIND.name(), ScoreFile.KIND.endings(), HarmonizedTune::read, t -> t.hash());

  public HarmonizedTune {
    chords = List.copyOf(chords);
    if (chords.size() != tune.beats().size()) {
      throw new IllegalArgumentException(
          "chords must be %d but were %d".formatted(tune.beats().size(), chords.size()));
    }
  }

  private static HarmonizedTune read(Path path) throws BadFileException, IOException {
    Score score = ScoreFile.read(path);
    try {
      TuneBeats tune = TuneBeats.of(score);
      return new HarmonizedTune(ScoreHash.of(score), tune, tune.chords(score));
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(path, String.valueOf(unfit.getMessage()));
    }
  }

  @Override
  public int length() {
    return chords.size();
  }

  /** The class of each beat's chord, or {@link TagSequence#NONE}. */
  int[] classes() {
    return chords.stream()
        .mapToInt(chord -> chord.isNone() ? TagSequence.NONE : ChordClasses.of(chord, tune.key()))
        .toArray();
  }

  /** The beats with their chords, as a network learns them. */
  TagSequence tags() {
    return new TagSequence(BeatFeatures.of(tune), classes(), BeatFeatures.PER_BEAT);
  }

  /** Returns the same each time: counted from the keynote, it is in all keys at once. */
  @Override
  public TagSequence draw(RandomGenerator random) {
    return tags();
  }
}
