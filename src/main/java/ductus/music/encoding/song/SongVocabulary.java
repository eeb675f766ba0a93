package ductus.music.encoding.song;

import ductus.music.MelodyNote;
import ductus.music.Metres;
import ductus.music.Mode;
import ductus.music.NoteName;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import ductus.music.song.Hold;
import ductus.music.song.PianoStroke;
import ductus.music.song.Song;
import ductus.music.song.SongFinder;
import ductus.music.song.SongSection;
import ductus.music.song.SongSection.Relation;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;

/**
 * The tokens of {@link SongEncoding}, in ranges. Pitches of the tune, roots and basses of chords
 * are said in the key of their section, pitches of the piano from the root of the chord.
 */
public final class SongVocabulary {
  /** The token that every song begins with. */
  public static final int START = 0;

  /** The token behind the last bar. */
  public static final int END = 1;

  /** The token behind the chords of a bar. */
  public static final int TUNE = 2;

  /** The token behind the tune of a bar. */
  public static final int PIANO = 3;

  /** The token behind the piano of a bar. */
  public static final int BAR = 4;

  /** The token that ends a note of the tune where no other begins. */
  public static final int REST = 5;

  /** Most bars of a song. */
  public static final int MOST_BARS = 511;

  /** Tempos that have tokens, in quarter notes a minute. */
  static final List<Integer> TEMPOS =
      List.of(
          44, 50, 56, 60, 64, 68, 72, 76, 80, 86, 92, 100, 108, 116, 126, 136, 150, 166, 184, 208);

  /** The modes of keys, in the order of their tokens. */
  static final List<Mode> MODES = List.of(Mode.values());

  /** What sections have of others, in the order of their tokens. */
  static final List<Relation> RELATIONS = List.of(Relation.values());

  /** How long keys are held, in the order of their tokens. */
  static final List<Hold> HOLDS = List.of(Hold.values());

  /** The lowest pitch of a tune, C2. */
  static final int LOWEST_OF_TUNE = 36;

  /** The highest pitch of a tune, C7. */
  static final int HIGHEST_OF_TUNE = 96;

  /** The lowest pitch of a tune as any section can say it, in its key. */
  static final int LOWEST_PITCH = LOWEST_OF_TUNE + SongSection.LOWEST_KEY;

  /** Number of pitches of tunes, as sections say them. */
  static final int PITCHES = HIGHEST_OF_TUNE - LOWEST_OF_TUNE + SongSection.KEYS + 1;

  /** Number of intervals of the piano's keys from the anchor below the root of the chord. */
  static final int INTERVALS = 110;

  /** The interval of the first token; see {@link #anchor}. */
  private static final int LOWEST_INTERVAL = -25;

  private static final int LOWEST_ANCHOR = 30;

  /** Number of steps of the longest bar. */
  static final int STEPS = SongFinder.LONGEST_BAR;

  /** Number of tokens of chords, none included. */
  static final int CHORDS = 12 * ChordQuality.SOUNDING.size() + 1;

  private static final int BARS_A_GROUP = 8;
  private static final int GROUPS = 64;

  static final int FIRST_METRE = REST + 1;
  static final int FIRST_TONIC = FIRST_METRE + Metres.ALL.size();
  static final int FIRST_MODE = FIRST_TONIC + 12;
  static final int FIRST_TEMPO = FIRST_MODE + Mode.values().length;
  static final int FIRST_GROUP = FIRST_TEMPO + TEMPOS.size();
  static final int FIRST_REMAINDER = FIRST_GROUP + GROUPS;
  static final int FIRST_KEY = FIRST_REMAINDER + BARS_A_GROUP;
  static final int FIRST_RELATION = FIRST_KEY + SongSection.KEYS;
  static final int FIRST_BACK = FIRST_RELATION + Relation.values().length;
  static final int FIRST_LENGTH = FIRST_BACK + SongSection.MOST_BACK;
  static final int FIRST_AT = FIRST_LENGTH + SongSection.MOST_BARS;
  static final int FIRST_CHORD = FIRST_AT + STEPS;
  static final int FIRST_BASS = FIRST_CHORD + CHORDS;
  static final int FIRST_PITCH = FIRST_BASS + 12;
  static final int FIRST_LEVEL = FIRST_PITCH + PITCHES;
  static final int FIRST_HOLD = FIRST_LEVEL + PianoStroke.LEVELS;
  static final int FIRST_KEYSTROKE = FIRST_HOLD + Hold.values().length;

  /** Number of tokens V. */
  public static final int SIZE = FIRST_KEYSTROKE + INTERVALS;

  private SongVocabulary() {}

  /** The sorts of tokens, in the order of their ranges. */
  enum Sort {
    MARK(START),
    METRE(FIRST_METRE),
    TONIC(FIRST_TONIC),
    MODE(FIRST_MODE),
    TEMPO(FIRST_TEMPO),
    GROUP(FIRST_GROUP),
    REMAINDER(FIRST_REMAINDER),
    KEY(FIRST_KEY),
    RELATION(FIRST_RELATION),
    BACK(FIRST_BACK),
    LENGTH(FIRST_LENGTH),
    AT(FIRST_AT),
    CHORD(FIRST_CHORD),
    BASS(FIRST_BASS),
    PITCH(FIRST_PITCH),
    LEVEL(FIRST_LEVEL),
    HOLD(FIRST_HOLD),
    KEYSTROKE(FIRST_KEYSTROKE);

    private static final Sort[] OF_TOKEN = ofToken();
    private final int first;

    Sort(int first) {
      this.first = first;
    }

    /** The sort of a token. */
    static Sort of(int token) {
      return OF_TOKEN[token];
    }

    /** The place of a token of this sort among them. */
    int index(int token) {
      return token - first;
    }

    /** The token of this sort at a place. */
    int token(int index) {
      return first + index;
    }

    private static Sort[] ofToken() {
      Sort[] sorts = new Sort[SIZE];
      for (Sort sort : values()) {
        for (int token = sort.first; token < SIZE; token++) {
          sorts[token] = sort;
        }
      }
      return sorts;
    }
  }

  /** Whether a token is a note of the tune. */
  public static boolean isTuneNote(int token) {
    return token >= FIRST_PITCH && token < FIRST_LEVEL;
  }

  /** Whether a token is the metre of a bar. */
  public static boolean isMetre(int token) {
    return token >= FIRST_METRE && token < FIRST_TONIC;
  }

  /** Whether the tune of a song can be said when it is moved by semitones. */
  public static boolean canSay(Song song, int semitones) {
    return song.leadsheet().melody().notes().stream()
        .mapToInt(note -> note.pitch() + semitones)
        .allMatch(pitch -> pitch >= LOWEST_OF_TUNE && pitch <= HIGHEST_OF_TUNE);
  }

  /** Whether the tune of a song can be said in every key, in one octave or another. */
  public static boolean canMove(Song song) {
    IntSummaryStatistics pitches =
        song.leadsheet().melody().notes().stream().mapToInt(MelodyNote::pitch).summaryStatistics();
    return pitches.getCount() == 0
        || pitches.getMax() - pitches.getMin() <= HIGHEST_OF_TUNE - LOWEST_OF_TUNE - 12;
  }

  /** The token of the mark that is nearest to a tempo, in ratio. */
  static int tempoToken(double quartersPerMinute) {
    int best = 0;
    for (int i = 1; i < TEMPOS.size(); i++) {
      if (Math.abs(Math.log(TEMPOS.get(i) / quartersPerMinute))
          < Math.abs(Math.log(TEMPOS.get(best) / quartersPerMinute))) {
        best = i;
      }
    }
    return Sort.TEMPO.token(best);
  }

  /**
   * The token of a metre.
   *
   * @throws IllegalArgumentException if songs cannot have it
   */
  static int metreToken(TimeSignature metre) {
    int index = Metres.indexOf(metre);
    if (index < 0 || steps(Metres.ALL.get(index)) > STEPS || steps(Metres.ALL.get(index)) < 1) {
      throw new IllegalArgumentException(
          "metre must be one of %s with bars of %d sixteenths at most but was %s"
              .formatted(Metres.ALL, STEPS, metre));
    }
    return Sort.METRE.token(index);
  }

  /** Length of a metre's bar in sixteenths. */
  static int steps(TimeSignature metre) {
    return metre.stepsPerBar(4);
  }

  /** The tokens of a number of bars: groups of eight, and what is left. */
  static int groupToken(int bars) {
    return Sort.GROUP.token(bars / BARS_A_GROUP);
  }

  /** The second token of a number of bars. */
  static int remainderToken(int bars) {
    return Sort.REMAINDER.token(bars % BARS_A_GROUP);
  }

  /** The number of bars of its two tokens. */
  static int bars(int group, int remainder) {
    return group * BARS_A_GROUP + remainder;
  }

  /** The place of a chord among the tokens of chords, its bass aside. */
  static int chordIndex(ChordSymbol chord) {
    return chord.isNone()
        ? 0
        : 1
            + chord.root() * ChordQuality.SOUNDING.size()
            + ChordQuality.SOUNDING.indexOf(chord.quality());
  }

  /** The chord, over its root, at a place among the tokens of chords. */
  static ChordSymbol chord(int index) {
    int qualities = ChordQuality.SOUNDING.size();
    return index == 0
        ? ChordSymbol.NONE
        : ChordSymbol.of(
            (index - 1) / qualities, ChordQuality.SOUNDING.get((index - 1) % qualities));
  }

  /**
   * The pitch of a chord's root from which the piano's keys are counted: F#1 to F2, moved by the
   * key of the section, so that what returns in another key has the same intervals.
   *
   * @param chord in the song's own key
   * @param tonic of the song, which stands in for the root of no chord
   * @param key semitones from the song's key to the section's
   */
  static int anchor(ChordSymbol chord, int tonic, int key) {
    int root = chord.isNone() ? tonic : chord.root() - key;
    return LOWEST_ANCHOR + Math.floorMod(root - LOWEST_ANCHOR, 12) + key;
  }

  /** The place of a key of the piano among the intervals; others than those are outside. */
  static int interval(int pitch, int anchor) {
    return pitch - anchor - LOWEST_INTERVAL;
  }

  /** The pitch of an interval's place. */
  static int pitch(int interval, int anchor) {
    return interval + LOWEST_INTERVAL + anchor;
  }

  /** The meaning of a token in words. */
  public static String describe(int token) {
    if (token < 0 || token >= SIZE) {
      throw new IllegalArgumentException("token must be 0 to " + (SIZE - 1) + " but was " + token);
    }
    Sort sort = Sort.of(token);
    int index = sort.index(token);
    return switch (sort) {
      case MARK -> List.of("start", "end", "tune", "piano", "bar", "rest").get(token);
      case METRE -> Metres.ALL.get(index).toString();
      case TONIC -> "key of " + ChordSymbol.of(index, ChordQuality.MAJOR);
      case MODE -> MODES.get(index).label();
      case TEMPO -> TEMPOS.get(index) + " a minute";
      case GROUP -> index * BARS_A_GROUP + " bars";
      case REMAINDER -> "and " + index;
      case KEY -> "moved by " + (index + SongSection.LOWEST_KEY);
      case RELATION -> RELATIONS.get(index).name().toLowerCase(Locale.ROOT);
      case BACK -> (index + 1) + " back";
      case LENGTH -> "for " + (index + 1);
      case AT -> "at " + index;
      case CHORD -> chord(index).toString();
      case BASS -> "over " + ChordSymbol.of(index, ChordQuality.MAJOR);
      case PITCH -> "note " + NoteName.of(index + LOWEST_PITCH);
      case LEVEL -> "level " + (index + 1);
      case HOLD -> HOLDS.get(index).name().toLowerCase(Locale.ROOT);
      case KEYSTROKE -> "key " + (index + LOWEST_INTERVAL);
    };
  }
}
