package ductus.music.encoding.score;

import ductus.model.Sequence;
import ductus.music.arrangement.Arrangement;
import ductus.music.arrangement.BarLine;
import ductus.music.arrangement.PartNote;
import ductus.music.encoding.SpanClasses;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import java.util.Arrays;
import java.util.List;

/** The side features of {@link ScoreEncoding}: what the grammar knows before a token is drawn. */
final class ScoreFeatures {
  private static final int STAGE = 0;

  /** Side feature: position from the bar line, more being 191. */
  private static final int POSITION_IN_BAR = 1;

  private static final int POSITION_IN_BEAT = 2;
  private static final int NUMERATOR = 3;
  private static final int DENOMINATOR = 4;

  /** Side feature: tempo, six classes to a doubling, from 20 quarter notes a minute. */
  private static final int TEMPO = 5;

  /** Side feature: program; all drum kits are one. */
  private static final int PROGRAM = 6;

  private static final int PART = 7;
  private static final int VELOCITY = 8;

  /** Side features: pitch and duration of the instrument's last note. */
  private static final int PITCH = 9;

  private static final int DURATION = 10;

  /** Side feature: number of bars before this one, modulo 16. */
  private static final int BAR_NUMBER = 11;

  /**
   * Side feature: position in the bar before at which the next note after this position began; 192
   * where none did.
   */
  private static final int NEXT_POSITION = 12;

  /**
   * Side features: what came next at this place, one and two bars ago: nothing more in the bar, a
   * later position, another instrument, or a pitch of this one. So phrases can come back (Waite
   * 2016).
   */
  static final int LOOKBACK = 13;

  private static final int LOOKBACKS = 2;

  /** Side feature: root of the chord; 12 for no chord. */
  static final int CHORD_ROOT = LOOKBACK + LOOKBACKS;

  private static final int CHORD_QUALITY = CHORD_ROOT + 1;
  private static final int CHORD_BASS = CHORD_ROOT + 2;

  /**
   * Side feature: semitones of the instrument's last note above the chord's root, within an octave.
   */
  private static final int PITCH_OVER_ROOT = CHORD_ROOT + 3;

  /**
   * Side features: the pitches that sound, from the lowest; one feature each, all in one part of
   * the table.
   */
  private static final int SOUNDING = PITCH_OVER_ROOT + 1;

  private static final int MOST_SOUNDING = 8;

  /** Number of side features F. */
  static final int FEATURES = SOUNDING + MOST_SOUNDING;

  private static final int LONGEST_BEAT = 144;
  private static final int DENOMINATORS = 8;
  private static final int TEMPOS = 32;
  private static final int BAR_CYCLE = 16;
  private static final int PITCHES = 128;
  private static final int PITCH_CLASSES = 12;
  private static final List<ScoreGrammar.Stage> STAGES = List.of(ScoreGrammar.Stage.values());
  private static final int[] SIZES = {
    STAGES.size(),
    ScoreVocabulary.POSITIONS,
    LONGEST_BEAT,
    ScoreVocabulary.NUMERATORS,
    DENOMINATORS,
    TEMPOS,
    PartNote.DRUMS + 1,
    PartNote.MOST_PARTS,
    PartNote.VELOCITIES,
    PITCHES,
    SpanClasses.COUNT,
    BAR_CYCLE,
    ScoreVocabulary.POSITIONS + 1,
    3 + PITCHES,
    3 + PITCHES,
    PITCH_CLASSES + 1,
    ChordQuality.SOUNDING.size(),
    PITCH_CLASSES,
    PITCH_CLASSES,
    PITCHES
  };
  private static final int[] TABLE_START = new int[SIZES.length + 1];

  static {
    for (int feature = 0; feature < SIZES.length; feature++) {
      TABLE_START[feature + 1] = TABLE_START[feature] + SIZES[feature];
    }
  }

  private final ScoreGrammar grammar;
  private final byte[] pitches = new byte[PartNote.INSTRUMENTS];
  private final byte[] durations = new byte[PartNote.INSTRUMENTS];

  /** Last step of the last note of each pitch, drums left out. */
  private final int[] soundsUntil = new int[PITCHES];

  /** The notes of this bar, the one before, and the one before that. */
  private final BarMemory[] bars = {new BarMemory(), new BarMemory(), new BarMemory()};

  ScoreFeatures(ScoreGrammar grammar) {
    this.grammar = grammar;
    Arrays.fill(pitches, (byte) Sequence.NONE);
  }

  /** Size of the table that all side features index. */
  static int tableSize() {
    return TABLE_START[SIZES.length];
  }

  /** Forgets the oldest bar. */
  void beginBar() {
    BarMemory oldest = bars[2];
    bars[2] = bars[1];
    bars[1] = bars[0];
    bars[0] = oldest;
    oldest.clear();
  }

  void remember(PartNote note) {
    pitches[note.instrument()] = (byte) note.pitch();
    durations[note.instrument()] = (byte) SpanClasses.of(note.duration());
    bars[0].add(BarMemory.key(grammar.position(), note.instrument(), note.pitch()));
    if (!note.isDrum()) {
      soundsUntil[note.pitch()] = Math.max(soundsUntil[note.pitch()], note.end());
    }
  }

  /**
   * Writes the side features of the next token.
   *
   * @param into [F], modified
   */
  void write(int[] into) {
    Arrays.fill(into, 0, FEATURES, Sequence.NONE);
    set(into, STAGE, STAGES.indexOf(grammar.stage()));
    if (grammar.bars() == 0) {
      return;
    }
    writePlace(into);
    writeInstrument(into);
    writeChord(into);
    long next = bars[1].ceiling(BarMemory.key(grammar.position() + 1, 0, 0));
    int position = next == BarMemory.NONE ? Integer.MAX_VALUE : BarMemory.position(next);
    set(into, NEXT_POSITION, Math.min(position, ScoreVocabulary.POSITIONS));
    for (int back = 1; back <= LOOKBACKS; back++) {
      if (grammar.bars() > back) {
        set(into, LOOKBACK + back - 1, then(bars[back]));
      }
    }
    int found = 0;
    for (int pitch = 0; pitch < PITCHES && found < MOST_SOUNDING; pitch++) {
      if (soundsUntil[pitch] > grammar.step()) {
        into[SOUNDING + found++] = TABLE_START[SOUNDING] + pitch;
      }
    }
  }

  private void writePlace(int[] into) {
    BarLine bar = grammar.bar();
    set(into, POSITION_IN_BAR, Math.min(grammar.position(), ScoreVocabulary.POSITIONS - 1));
    double beat = bar.metre().quartersPerBeat() * Arrangement.STEPS_PER_QUARTER;
    set(into, POSITION_IN_BEAT, Math.min((int) (grammar.position() % beat), LONGEST_BEAT - 1));
    set(into, NUMERATOR, Math.min(bar.metre().numerator(), ScoreVocabulary.NUMERATORS) - 1);
    set(into, DENOMINATOR, Integer.numberOfTrailingZeros(bar.metre().denominator()));
    set(into, BAR_NUMBER, (grammar.bars() - 1) % BAR_CYCLE);
    if (grammar.tempo() > 0) {
      int tempo = (int) (6 * StrictMath.log(grammar.tempo() / 20) / StrictMath.log(2));
      set(into, TEMPO, Math.max(0, Math.min(TEMPOS - 1, tempo)));
    }
  }

  private void writeInstrument(int[] into) {
    if (grammar.program() == ScoreGrammar.UNKNOWN) {
      return;
    }
    int instrument = grammar.instrument();
    set(into, PROGRAM, Math.min(grammar.program(), PartNote.DRUMS));
    set(into, PART, grammar.part() - 1);
    if (grammar.velocity() != ScoreGrammar.UNKNOWN) {
      set(into, VELOCITY, grammar.velocity());
    }
    if (pitches[instrument] != Sequence.NONE) {
      set(into, PITCH, pitches[instrument]);
      set(into, DURATION, durations[instrument]);
    }
  }

  private void writeChord(int[] into) {
    ChordSymbol chord = grammar.chord();
    if (chord.isNone()) {
      set(into, CHORD_ROOT, PITCH_CLASSES);
      return;
    }
    set(into, CHORD_ROOT, chord.root());
    set(into, CHORD_QUALITY, ChordQuality.SOUNDING.indexOf(chord.quality()));
    set(into, CHORD_BASS, chord.bass());
    if (grammar.program() < PartNote.DRUMS && into[PITCH] != Sequence.NONE) {
      int over = pitches[grammar.instrument()] - chord.root();
      set(into, PITCH_OVER_ROOT, Math.floorMod(over, PITCH_CLASSES));
    }
  }

  /** The value of what came next, in a bar of old, at the place that the grammar has reached. */
  private int then(BarMemory bar) {
    int instrument = grammar.program() == ScoreGrammar.UNKNOWN ? 0 : grammar.instrument();
    long here =
        grammar.playedHere()
            ? BarMemory.key(grammar.position(), instrument, grammar.pitchHere()) + 1
            : BarMemory.key(grammar.position(), named() ? instrument : 0, 0);
    long next = bar.ceiling(here);
    if (next == BarMemory.NONE) {
      return 0;
    } else if (BarMemory.position(next) > grammar.position()) {
      return 1;
    }
    return BarMemory.instrument(next) == instrument ? 3 + BarMemory.pitch(next) : 2;
  }

  /** Whether the instrument was named at this position. */
  private boolean named() {
    return switch (grammar.stage()) {
      case PROGRAM, PART, VELOCITY -> true;
      default -> false;
    };
  }

  private static void set(int[] into, int feature, int value) {
    into[feature] = TABLE_START[feature] + value;
  }
}
