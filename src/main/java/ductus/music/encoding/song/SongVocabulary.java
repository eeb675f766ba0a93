package ductus.music.encoding.song;

import ductus.music.MelodyNote;
import ductus.music.Metres;
import ductus.music.Mode;
import ductus.music.NoteName;
import ductus.music.TimeSignature;
import ductus.music.encoding.TokenRanges;
import ductus.music.encoding.header.MetronomeMarks;
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
 * The tokens of {@link SongEncoding}, by kind. Pitches of the tune, roots and basses of chords are
 * said in the key of their section, pitches of the piano from the root of the chord.
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

  private static final int BARS_A_GROUP = 8;
  private static final int GROUPS = 64;

  /** The kinds of tokens; each kind has a run of tokens. */
  enum Kind {
    /** What has one token: the marks from {@link #START} to {@link #REST}. */
    MARK(REST + 1),
    /** The metre of the first bar, or of one that changes it. */
    METRE(Metres.ALL.size()),
    /** Pitch class of the keynote. */
    TONIC(12),
    /** Mode of the key. */
    MODE(Mode.values().length),
    /** The nearest metronome mark. */
    TEMPO(MetronomeMarks.COARSE.size()),
    /** Length of the song in groups of eight bars. */
    GROUP(GROUPS),
    /** Bars that the song is longer than its groups. */
    REMAINDER(BARS_A_GROUP),
    /** Key of a section that changes it. */
    KEY(SongSection.KEYS),
    /** What a section has of an earlier one. */
    RELATION(Relation.values().length),
    /** How many sections ago that one began. */
    BACK(SongSection.MOST_BACK),
    /** Bars of a section. */
    LENGTH(SongSection.MOST_BARS),
    /** Sixteenths from the bar line to what follows. */
    AT(STEPS),
    /** A chord, none included. */
    CHORD(12 * ChordQuality.SOUNDING.size() + 1),
    /** Pitch class of a chord's lowest note, where that is not the root. */
    BASS(12),
    /** A note of the tune begins. */
    PITCH(PITCHES),
    /** How hard the keys that follow are struck, where that changes. */
    LEVEL(PianoStroke.LEVELS),
    /** How long the keys that follow are held, where that changes. */
    HOLD(Hold.values().length),
    /** A key of the piano, by its interval from the {@link #anchor}. */
    KEYSTROKE(INTERVALS);

    private final int size;

    Kind(int size) {
      this.size = size;
    }

    /** Number of tokens of the kind. */
    int size() {
      return size;
    }
  }

  private static final TokenRanges<Kind> TOKENS = new TokenRanges<>(Kind.class, Kind::size);

  /** Number of tokens V. */
  public static final int SIZE = TOKENS.size();

  private SongVocabulary() {}

  /** The kind of a token. */
  static Kind kind(int token) {
    return TOKENS.kind(token);
  }

  /** Index of a token within its kind, from 0. */
  static int index(int token) {
    return TOKENS.index(token);
  }

  /**
   * The token of a kind at an index within it.
   *
   * @param index from 0
   * @throws IllegalArgumentException if there is none
   */
  static int token(Kind kind, int index) {
    return TOKENS.token(kind, index);
  }

  /** Whether a token is a note of the tune. */
  public static boolean isTuneNote(int token) {
    return kind(token) == Kind.PITCH;
  }

  /** Whether a token is the metre of a bar. */
  public static boolean isMetre(int token) {
    return kind(token) == Kind.METRE;
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
    return token(Kind.TEMPO, MetronomeMarks.COARSE.nearest(quartersPerMinute));
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
    return token(Kind.METRE, index);
  }

  /** Length of a metre's bar in sixteenths. */
  static int steps(TimeSignature metre) {
    return metre.stepsPerBar(4);
  }

  /** The tokens of a number of bars: groups of eight, and what is left. */
  static int groupToken(int bars) {
    return token(Kind.GROUP, bars / BARS_A_GROUP);
  }

  /** The second token of a number of bars. */
  static int remainderToken(int bars) {
    return token(Kind.REMAINDER, bars % BARS_A_GROUP);
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
    TOKENS.require(token);
    int index = index(token);
    return switch (kind(token)) {
      case MARK -> List.of("start", "end", "tune", "piano", "bar", "rest").get(token);
      case METRE -> Metres.ALL.get(index).toString();
      case TONIC -> "key of " + ChordSymbol.of(index, ChordQuality.MAJOR);
      case MODE -> MODES.get(index).label();
      case TEMPO -> MetronomeMarks.COARSE.get(index) + " a minute";
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
