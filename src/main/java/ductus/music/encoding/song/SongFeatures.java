package ductus.music.encoding.song;

import ductus.model.Sequence;
import ductus.music.Metres;
import ductus.music.Mode;
import ductus.music.encoding.header.MetronomeMarks;
import ductus.music.encoding.song.PlannedSections.Part;
import ductus.music.encoding.song.SongGrammar.Phase;
import ductus.music.encoding.song.SongVocabulary.Kind;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import ductus.music.song.Hold;
import ductus.music.song.PianoStroke;
import ductus.music.song.SongSection;
import java.util.Arrays;
import java.util.List;

/** The side features of a token of a song: what is known of its place before it is drawn. */
final class SongFeatures {
  /** What stands in the bars that are looked back at, and what comes next there. */
  private static final int SOURCES = 4;

  /** Bars that are looked back, behind the bar of the section that returns. */
  private static final int[] LOOKBACKS = {1, 2, 4};

  private static final int MOST_LEFT = 33;
  private static final int POSITIONS = 16;
  private static final int COUNTS = 8;
  private static final int PHRASE = 4;
  private static final int TONES = 12;
  private static final int TUNE = SongVocabulary.PITCHES + 1;
  private static final int KEYS = SongVocabulary.INTERVALS + 1;
  private static final int CHORDS_FROM = 0;
  private static final int TUNE_FROM = CHORDS_FROM + Kind.CHORD.size();
  private static final int KEYS_FROM = TUNE_FROM + TUNE;
  private static final int VALUES = KEYS_FROM + KEYS;
  private static final int STATES = 24;
  private static final int SECTIONS = 32;
  private static final int RELATIONS = SongVocabulary.RELATIONS.size();
  private static final List<Part> PARTS = List.of(Part.values());
  private static final List<ChordQuality> QUALITIES = List.of(ChordQuality.values());

  // Side features in the order of the table; sizes are in the same order below.
  private static final int STATE = 0;
  private static final int METRE = 1;
  private static final int TONIC = 2;
  private static final int MODE = 3;
  private static final int TEMPO = 4;
  private static final int BARS_LEFT = 5;
  private static final int SECTION_LEFT = 6;
  private static final int SECTION_BAR = 7;
  private static final int RELATION = 8;
  private static final int BACK = 9;
  private static final int KEY = 10;
  private static final int OTHER_RELATION = 11;
  private static final int OTHER_LENGTH = 12;
  private static final int SECTION = 13;
  private static final int POSITION = 14;
  private static final int PHRASE_BAR = 15;
  private static final int STEP = 16;
  private static final int ROOT = 17;
  private static final int QUALITY = 18;
  private static final int BASS = 19;
  private static final int NEXT_ROOT = 20;
  private static final int NEXT_CHORD = 21;
  private static final int LAST_PITCH = 22;
  private static final int PITCH_BEFORE = 23;
  private static final int TUNE_TONE = 24;
  private static final int TUNE_STATE = 25;
  private static final int TUNE_KEY = 26;
  private static final int NEXT_TUNE = 27;
  private static final int LAST_KEY = 28;
  private static final int LOWEST = 29;
  private static final int STRUCK = 30;
  private static final int LOW_BEFORE = 31;
  private static final int HIGH_BEFORE = 32;
  private static final int STRUCK_BEFORE = 33;
  private static final int HOLD = 34;
  private static final int LEVEL = 35;
  private static final int DENSITY = 36;

  /** Number of values of each side feature, those of sources aside. */
  private static final List<Integer> SIZES =
      List.of(
          STATES,
          Metres.ALL.size(),
          12,
          Mode.values().length,
          MetronomeMarks.COARSE.size(),
          MOST_LEFT,
          SongSection.MOST_BARS + 1,
          SongSection.MOST_BARS,
          RELATIONS,
          SongSection.MOST_BACK + 1,
          SongSection.KEYS,
          RELATIONS,
          SongSection.MOST_BARS + 1,
          SECTIONS,
          POSITIONS,
          PHRASE,
          SongVocabulary.STEPS,
          TONES + 1,
          QUALITIES.size(),
          TONES,
          TONES + 1,
          SongVocabulary.STEPS,
          SongVocabulary.PITCHES,
          SongVocabulary.PITCHES,
          TONES,
          3,
          SongVocabulary.INTERVALS,
          SongVocabulary.STEPS,
          SongVocabulary.INTERVALS,
          SongVocabulary.INTERVALS,
          COUNTS,
          SongVocabulary.INTERVALS,
          SongVocabulary.INTERVALS,
          COUNTS,
          Hold.values().length * 2,
          PianoStroke.LEVELS * 2,
          POSITIONS);

  /** The features of each source, in their order. */
  private static final int SOURCE_STEP = 0;

  private static final int SOURCE_VALUE = 1;
  private static final int SOURCE_LEVEL = 2;
  private static final int OF_SOURCE = 3;
  private static final List<Integer> SOURCE_SIZES =
      List.of(SongVocabulary.STEPS + 1, VALUES, PianoStroke.LEVELS * Hold.values().length);

  /** Number of side features F. */
  static final int FEATURES = SIZES.size() + SOURCES * OF_SOURCE;

  private static final int[] TABLE_START = tableStarts();

  private final SongGrammar song;
  private int lastPitch = Sequence.NONE;
  private int pitchBefore = Sequence.NONE;
  private int lowBefore = Sequence.NONE;
  private int highBefore = Sequence.NONE;
  private int struckBefore;
  private int strokes;
  private int density = Sequence.NONE;

  SongFeatures(SongGrammar song) {
    this.song = song;
  }

  /** Size of the table that all side features index. */
  static int tableSize() {
    return TABLE_START[FEATURES];
  }

  /** Takes notice of a token that the grammar is about to accept. */
  void before(int token) {
    if (song.phase() == Phase.TUNE && SongVocabulary.isTuneNote(token)) {
      pitchBefore = lastPitch;
      lastPitch = SongVocabulary.index(token);
    }
    if (song.phase() == Phase.PIANO) {
      boolean strikes = SongVocabulary.kind(token) == Kind.KEYSTROKE;
      if (strikes && song.lastKey() == Sequence.NONE) {
        strokes++;
      }
      if (!strikes && song.lastKey() != Sequence.NONE) {
        stroke();
      }
      if (token == SongVocabulary.BAR) {
        density = Math.min(strokes, POSITIONS - 1);
        strokes = 0;
      }
    }
  }

  /** Keeps the stroke that stands at the last place. */
  private void stroke() {
    int[] keys = song.memory().keysAt(song.step());
    int anchor = song.anchor();
    lowBefore = SongVocabulary.pitch(keys[0], anchor);
    highBefore = SongVocabulary.pitch(keys[keys.length - 1], anchor);
    struckBefore = Math.min(keys.length, COUNTS) - 1;
  }

  /** Writes the features of the next token [F]. */
  void write(int[] into) {
    Arrays.fill(into, 0, FEATURES, Sequence.NONE);
    set(into, STATE, state());
    int done = song.headerDone();
    if (done > 1) {
      set(into, METRE, song.phase() == Phase.HEADER ? song.header(1) : song.metre());
    }
    if (done > 2) {
      set(into, TONIC, song.header(2));
    }
    if (done > 3) {
      set(into, MODE, song.header(3));
    }
    if (done > 4) {
      set(into, TEMPO, song.header(4));
    }
    switch (song.phase()) {
      case HEADER, OVER -> {}
      case PLAN -> plan(into);
      case CHORDS, TUNE, PIANO -> body(into);
      case END -> set(into, BARS_LEFT, 0);
    }
  }

  private int state() {
    return switch (song.phase()) {
      case HEADER -> song.headerDone();
      case PLAN -> 7 + PARTS.indexOf(song.plan().part());
      case CHORDS ->
          song.isOpen() ? 11 : song.isAtBarLine() ? 12 : song.chords().wantsBass() ? 13 : 14;
      case TUNE -> song.isOpen() ? 15 : 16;
      case PIANO ->
          !song.isOpen() ? 17 : song.isHoldGiven() ? 18 : song.lastKey() == Sequence.NONE ? 19 : 20;
      case END -> 21;
      case OVER -> 22;
    };
  }

  private void plan(int[] into) {
    PlannedSections plan = song.plan();
    List<SongSection> sections = plan.sections();
    set(into, BARS_LEFT, Math.min(plan.barsLeft(), MOST_LEFT - 1));
    set(into, SECTION, Math.min(sections.size(), SECTIONS - 1));
    if (!sections.isEmpty()) {
      SongSection last = sections.get(sections.size() - 1);
      set(into, OTHER_RELATION, SongVocabulary.RELATIONS.indexOf(last.relation()));
      set(into, OTHER_LENGTH, last.bars());
      set(into, BACK, last.back());
      set(into, KEY, last.key() - SongSection.LOWEST_KEY);
      set(into, SECTION_BAR, plan.barsLeft() % SongSection.MOST_BARS);
    }
    if (plan.relation() != Sequence.NONE) {
      set(into, RELATION, plan.relation());
    }
    SongSection source = plan.source();
    if (source != null) {
      set(into, SECTION_LEFT, source.bars());
    }
    if (plan.part() != Part.LENGTH && sections.size() > 1) {
      set(into, SECTION_LEFT, sections.get(sections.size() - 2).bars());
    }
  }

  private void body(int[] into) {
    SongSection section = song.section();
    List<SongSection> sections = song.plan().sections();
    int bars = sections.get(sections.size() - 1).end();
    int bar = song.bar();
    set(into, BARS_LEFT, Math.min(bars - bar, MOST_LEFT - 1));
    set(into, SECTION_LEFT, section.end() - bar);
    set(into, SECTION_BAR, bar - section.first());
    set(into, RELATION, SongVocabulary.RELATIONS.indexOf(section.relation()));
    set(into, BACK, section.back());
    set(into, KEY, section.key() - SongSection.LOWEST_KEY);
    set(into, SECTION, Math.min(song.sectionNumber(), SECTIONS - 1));
    set(into, POSITION, bar * POSITIONS / bars);
    set(into, PHRASE_BAR, (bar - section.first()) % PHRASE);
    if (song.sectionNumber() + 1 < sections.size()) {
      SongSection next = sections.get(song.sectionNumber() + 1);
      set(into, OTHER_RELATION, SongVocabulary.RELATIONS.indexOf(next.relation()));
      set(into, OTHER_LENGTH, next.bars());
    } else {
      set(into, OTHER_LENGTH, 0);
    }
    if (song.at() != Sequence.NONE) {
      set(into, STEP, song.at());
    }
    chords(into);
    set(into, LAST_PITCH, lastPitch);
    set(into, PITCH_BEFORE, pitchBefore);
    tune(into);
    if (song.phase() == Phase.PIANO) {
      piano(into);
    }
    set(into, DENSITY, density);
    sources(into);
  }

  private void chords(int[] into) {
    int place = Math.max(0, song.at());
    ChordSymbol chord = song.chords().at(place);
    set(into, ROOT, root(chord));
    set(into, QUALITY, QUALITIES.indexOf(chord.quality()));
    if (!chord.isNone()) {
      set(into, BASS, Math.floorMod(chord.bass() - chord.root(), TONES));
    }
    int next = song.chords().next(place);
    if (next >= 0) {
      set(into, NEXT_CHORD, next);
      set(into, NEXT_ROOT, root(song.chords().at(next)));
    }
  }

  private int root(ChordSymbol chord) {
    return chord.isNone() ? TONES : Math.floorMod(chord.root() - song.key(), TONES);
  }

  /** The note of the tune that sounds, and when the next one begins, both at the last place. */
  private void tune(int[] into) {
    SongMemory memory = song.memory();
    int start = memory.start(song.bar());
    boolean inPiano = song.phase() == Phase.PIANO;
    int from = start + Math.max(0, song.at());
    int step = from;
    int note = Sequence.NONE;
    if (inPiano) {
      while (step >= 0 && note == Sequence.NONE) {
        note = memory.tune(step--);
      }
    } else {
      note = song.isSounding() ? lastPitch : Sequence.NONE;
    }
    if (note != Sequence.NONE && note != SongMemory.rest()) {
      int pitch = note + SongVocabulary.LOWEST_PITCH + song.key();
      boolean struck = inPiano && step + 1 == from;
      set(into, TUNE_STATE, struck ? 2 : 1);
      ChordSymbol chord = song.chords().at(Math.max(0, song.at()));
      set(into, TUNE_TONE, Math.floorMod(pitch - chord.root(), TONES));
      if (inPiano) {
        set(into, TUNE_KEY, interval(pitch));
      }
    } else {
      set(into, TUNE_STATE, 0);
    }
    if (inPiano) {
      for (int next = song.at() + 1; next < song.stepsOfBar(); next++) {
        if (memory.tune(start + next) != Sequence.NONE) {
          set(into, NEXT_TUNE, next);
          break;
        }
      }
    }
  }

  private int interval(int pitch) {
    int interval = SongVocabulary.interval(pitch, song.anchor());
    return Math.max(0, Math.min(SongVocabulary.INTERVALS - 1, interval));
  }

  private void piano(int[] into) {
    set(into, HOLD, song.hold() + (song.isHoldGiven() ? Hold.values().length : 0));
    set(into, LEVEL, song.level() + (song.isLevelGiven() ? PianoStroke.LEVELS : 0));
    if (lowBefore != Sequence.NONE) {
      set(into, LOW_BEFORE, interval(lowBefore));
      set(into, HIGH_BEFORE, interval(highBefore));
      set(into, STRUCK_BEFORE, struckBefore);
    }
    if (song.lastKey() != Sequence.NONE) {
      int[] keys = song.memory().keysAt(song.step());
      set(into, LAST_KEY, song.lastKey());
      set(into, LOWEST, keys[0]);
      set(into, STRUCK, Math.min(keys.length, COUNTS) - 1);
    }
  }

  private void sources(int[] into) {
    SongSection section = song.section();
    int bar = song.bar();
    if (section.back() > 0) {
      int from = song.plan().sections().get(song.sectionNumber() - section.back()).first();
      source(into, 0, from + bar - section.first());
    }
    for (int i = 0; i < LOOKBACKS.length; i++) {
      source(into, i + 1, bar - LOOKBACKS[i]);
    }
  }

  /**
   * What a bar has at the place that is written, or next behind it.
   *
   * @param bar before this one; below 0 for none
   */
  private void source(int[] into, int number, int bar) {
    if (bar < 0 || bar >= song.bar()) {
      return;
    }
    SongMemory memory = song.memory();
    int start = memory.start(bar);
    int length = memory.length(bar);
    int next = song.at() + 1;
    while (next < length && isEmpty(start + next)) {
      next++;
    }
    setSource(into, number, SOURCE_STEP, next < length ? next : SongVocabulary.STEPS);
    int place = song.isOpen() ? song.at() : next;
    if (place >= length || isEmpty(start + place)) {
      return;
    }
    int step = start + place;
    switch (song.phase()) {
      case CHORDS -> setSource(into, number, SOURCE_VALUE, CHORDS_FROM + memory.chord(step));
      case TUNE -> setSource(into, number, SOURCE_VALUE, TUNE_FROM + memory.tune(step));
      default -> {
        int above = memory.above(step, song.isOpen() ? song.lastKey() : Sequence.NONE);
        boolean over = above == Sequence.NONE;
        setSource(
            into,
            number,
            SOURCE_VALUE,
            KEYS_FROM + (over ? SongVocabulary.INTERVALS : memory.keysAt(step)[above]));
        if (!over) {
          int held = memory.holdAt(step, above);
          setSource(into, number, SOURCE_LEVEL, memory.level(step) * Hold.values().length + held);
        }
      }
    }
  }

  /** Whether nothing begins at a step in the part of the bar that is written. */
  private boolean isEmpty(int step) {
    return switch (song.phase()) {
      case CHORDS -> song.memory().chord(step) == Sequence.NONE;
      case TUNE -> song.memory().tune(step) == Sequence.NONE;
      default -> song.memory().keysAt(step).length == 0;
    };
  }

  private static void set(int[] into, int feature, int value) {
    if (value != Sequence.NONE) {
      into[feature] = TABLE_START[feature] + value;
    }
  }

  private static void setSource(int[] into, int source, int feature, int value) {
    int at = SIZES.size() + source * OF_SOURCE + feature;
    into[at] = TABLE_START[at] + value;
  }

  private static int[] tableStarts() {
    int[] starts = new int[FEATURES + 1];
    for (int i = 0; i < FEATURES; i++) {
      int size = i < SIZES.size() ? SIZES.get(i) : SOURCE_SIZES.get((i - SIZES.size()) % OF_SOURCE);
      starts[i + 1] = starts[i] + size;
    }
    return starts;
  }
}
