package ductus.music.encoding.leadsheet;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.encoding.MelodyCursor;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import java.util.Arrays;
import java.util.List;

/**
 * The grammar of {@link LeadsheetEncoding} and the side features of each token: those of the tune,
 * then those of the chords.
 *
 * <p>In front of a grid step may stand one chord: no chord, or root, quality and, if it is not the
 * root, bass. Tokens that the grammar does not allow leave the cursor as it is.
 */
final class LeadsheetCursor implements Encoding.Cursor {
  private static final MelodyEncoding MELODIES = new MelodyEncoding();
  private static final int OF_TUNE = MELODIES.featureCount();

  /** Side feature: semitones of the chord's root above the keynote; 12 for no chord. */
  static final int ROOT = OF_TUNE;

  /** Side feature: place of the quality in the vocabulary, from 1; 0 for no chord. */
  static final int QUALITY = OF_TUNE + 1;

  /** Side feature: semitones of the chord's bass above its root. */
  static final int BASS = OF_TUNE + 2;

  /** Side feature: semitones of the sounding pitch above the chord's root. */
  static final int PITCH_OVER_ROOT = OF_TUNE + 3;

  /** Side feature: quarter notes since the chord began, more being 16. */
  static final int AGE = OF_TUNE + 4;

  /** Side feature: the part of a chord that came last, in this step. */
  static final int STAGE = OF_TUNE + 5;

  /**
   * Side feature: semitones of the root above the keynote at the place that the plan of the tune
   * lets this one return from.
   */
  static final int EXPECTED = OF_TUNE + 6;

  /**
   * Side feature: semitones of the root above the keynote so many bars ago, for each of the
   * look-backs.
   */
  static final int LOOKBACK = OF_TUNE + 7;

  /** Numbers of bars that are looked back. */
  private static final int[] LOOKBACKS = {1, 2, 4, 8};

  /** Number of side features F. */
  static final int FEATURES = LOOKBACK + LOOKBACKS.length;

  private static final int OCTAVE = 12;
  private static final int OLDEST = 16;
  private static final int NO_ROOT = 12;

  /** The parts of a chord that were said in front of a step. */
  private enum Stage {
    NOTHING,
    ROOT,
    QUALITY,
    WHOLE
  }

  private static final List<Stage> STAGES = List.of(Stage.values());

  /**
   * Number of values of each side feature of chords; those that look back have those of the last
   * entry.
   */
  private static final int[] SIZES = {
    NO_ROOT + 1,
    1 + ChordQuality.SOUNDING.size(),
    OCTAVE,
    OCTAVE,
    OLDEST + 1,
    STAGES.size(),
    NO_ROOT + 1,
    NO_ROOT + 1
  };

  private static final int[] TABLE_START = tableStarts();

  /** Size of the table that all side features index. */
  static final int TABLE_SIZE = TABLE_START[FEATURES - OF_TUNE];

  private final MelodyCursor tune = MELODIES.cursor();
  private final int[] tuneFeatures = new int[OF_TUNE];
  private Stage stage = Stage.NOTHING;
  private ChordSymbol chord = ChordSymbol.NONE;
  private int chordStart;
  private int rootSaid;
  private int tonic = Sequence.NONE;
  private int pitch = Sequence.NONE;
  private int stepsPerQuarter = 1;
  private int stepsPerBar;

  /** Root of each step so far, above the keynote. */
  private byte[] roots = new byte[256];

  private int steps;

  @Override
  public void features(int[] into) {
    Arrays.fill(into, Sequence.NONE);
    tune.features(tuneFeatures);
    System.arraycopy(tuneFeatures, 0, into, 0, OF_TUNE);
    if (tonic == Sequence.NONE) {
      return;
    }
    set(into, STAGE, STAGES.indexOf(stage));
    if (stage == Stage.ROOT) {
      set(into, ROOT, overTonic(rootSaid));
    } else {
      set(into, ROOT, rootOverTonic());
      set(into, QUALITY, 1 + ChordQuality.SOUNDING.indexOf(chord.quality()));
      if (!chord.isNone()) {
        set(into, BASS, Math.floorMod(chord.bass() - chord.root(), OCTAVE));
        if (pitch != Sequence.NONE) {
          set(into, PITCH_OVER_ROOT, Math.floorMod(pitch - chord.root(), OCTAVE));
        }
      }
    }
    set(into, AGE, Math.min((steps - chordStart) / stepsPerQuarter, OLDEST));
    int returnsFrom = tune.returnsFrom();
    if (returnsFrom >= 0) {
      set(into, EXPECTED, roots[returnsFrom]);
    }
    for (int i = 0; i < LOOKBACKS.length; i++) {
      int then = steps - LOOKBACKS[i] * stepsPerBar;
      if (then >= 0 && then < steps) {
        set(into, LOOKBACK + i, roots[then]);
      }
    }
  }

  @Override
  public boolean allows(int token) {
    if (token < MelodyVocabulary.SIZE) {
      // A chord that was begun comes to its end, and a step follows it.
      return tune.allows(token)
          && (stage == Stage.NOTHING || (stage != Stage.ROOT && MelodyVocabulary.takesTime(token)));
    }
    return switch (stage) {
      case NOTHING -> LeadsheetVocabulary.beginsChord(token) && tune.allowsStep();
      case ROOT -> LeadsheetVocabulary.isQuality(token);
      case QUALITY ->
          LeadsheetVocabulary.isBass(token) && LeadsheetVocabulary.bass(token) != chord.root();
      case WHOLE -> false;
    };
  }

  @Override
  public void accept(int token) {
    if (!allows(token)) {
      return;
    }
    if (token < MelodyVocabulary.SIZE) {
      acceptOfTune(token);
    } else if (LeadsheetVocabulary.isRoot(token)) {
      rootSaid = LeadsheetVocabulary.root(token);
      stage = Stage.ROOT;
    } else {
      acceptChord(token);
    }
  }

  @Override
  public boolean ended() {
    return tune.ended();
  }

  /** Number of grid steps so far. */
  int steps() {
    return steps;
  }

  /** The chord that holds; one that was only begun does not hold yet. */
  ChordSymbol chord() {
    return chord;
  }

  /** Whether no chord was begun without being ended. */
  boolean hasWholeChord() {
    return stage != Stage.ROOT;
  }

  private void acceptChord(int token) {
    if (token == LeadsheetVocabulary.NO_CHORD) {
      chord = ChordSymbol.NONE;
      stage = Stage.WHOLE;
    } else if (LeadsheetVocabulary.isQuality(token)) {
      chord = ChordSymbol.of(rootSaid, LeadsheetVocabulary.quality(token));
      stage = Stage.QUALITY;
    } else {
      int bass = LeadsheetVocabulary.bass(token);
      chord = new ChordSymbol(chord.root(), chord.quality(), bass);
      stage = Stage.WHOLE;
    }
    chordStart = steps;
  }

  private void acceptOfTune(int token) {
    tune.accept(token);
    if (MelodyVocabulary.isGrid(token)) {
      stepsPerQuarter = MelodyVocabulary.stepsPerQuarter(token);
    } else if (MelodyVocabulary.isMetre(token)) {
      stepsPerBar = MelodyVocabulary.metre(token).stepsPerBar(stepsPerQuarter);
    } else if (MelodyVocabulary.isKey(token)) {
      tonic = MelodyVocabulary.key(token).tonic();
    } else if (MelodyVocabulary.takesTime(token)) {
      pitch = MelodyVocabulary.isOnset(token) ? MelodyVocabulary.pitch(token) : pitch;
      if (steps == roots.length) {
        roots = Arrays.copyOf(roots, 2 * steps);
      }
      roots[steps++] = (byte) rootOverTonic();
      stage = Stage.NOTHING;
    }
  }

  private int rootOverTonic() {
    return chord.isNone() ? NO_ROOT : overTonic(chord.root());
  }

  private int overTonic(int root) {
    return Math.floorMod(root - tonic, OCTAVE);
  }

  private static void set(int[] into, int feature, int value) {
    into[feature] = TABLE_START[feature - OF_TUNE] + value;
  }

  private static int[] tableStarts() {
    int[] starts = new int[FEATURES - OF_TUNE + 1];
    starts[0] = MELODIES.featureTableSize();
    for (int i = 0; i < FEATURES - OF_TUNE; i++) {
      starts[i + 1] = starts[i] + SIZES[Math.min(i, SIZES.length - 1)];
    }
    return starts;
  }
}
