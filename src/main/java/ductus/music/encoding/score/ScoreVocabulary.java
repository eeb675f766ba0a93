package ductus.music.encoding.score;

import ductus.music.Instruments;
import ductus.music.NoteName;
import ductus.music.arrangement.PartNote;
import ductus.music.arrangement.TempoStep;
import ductus.music.encoding.TokenRanges;
import ductus.music.harmony.ChordQuality;

/** The tokens of {@link ScoreEncoding}, by kind. */
public final class ScoreVocabulary {
  /** Number of steps, a bar of 4/4, below which durations have tokens of their own. */
  static final int FINE_DURATIONS = 96;

  /** Number of steps, two bars of 4/4, below which positions in a bar have tokens of their own. */
  static final int POSITIONS = 192;

  /** Largest numerator that has a token of its own. */
  static final int NUMERATORS = 32;

  private static final int DENOMINATORS = 8;
  private static final int PITCHES = 128;
  private static final int PITCH_CLASSES = 12;
  private static final int LONG_DURATIONS = 16;

  /** The kinds of tokens; each kind has a run of tokens. */
  public enum Kind {
    /** The token that begins every sequence. */
    START(1),
    /** The token that ends every finished sequence. */
    END(1),
    /** The next bar of the same metre begins. */
    BAR(1),
    /** The bar ends here, before its time; a metre follows. */
    CUT(1),
    /** The position that follows is 192 steps later than it says. */
    LATER(1),
    /** The numerator that follows is 32 more than it says. */
    MORE(1),
    /** The tempo that follows is twice what it says. */
    DOUBLE(1),
    /** Position in steps from the bar line, 0 to 191. */
    POSITION(POSITIONS),
    /** Number of beats of a bar, 1 to 32. A metre begins a bar. */
    NUMERATOR(NUMERATORS),
    /** Note value of a beat: 1, 2, 4 ... 128. */
    DENOMINATOR(DENOMINATORS),
    /** Tempo in quarter notes a minute, 3 to 255. */
    TEMPO(TempoStep.DOUBLED - TempoStep.SLOWEST),
    /** Sixteenths of a quarter note a minute that a tempo is more, 1 to 15. */
    TEMPO_FRACTION(TempoStep.FINENESS - 1),
    /** The chord before ends, and none follows. */
    NO_CHORD(1),
    /** Pitch class on which a chord stands, 0 (C) to 11 (B); its quality follows. */
    ROOT(PITCH_CLASSES),
    /** Notes that the chord has above its root, such as m7. */
    QUALITY(ChordQuality.SOUNDING.size()),
    /** Pitch class of the chord's lowest note, where that is not the root. */
    BASS(PITCH_CLASSES),
    /** The first part of a program, 0 to 127, or of a drum kit, 128 to 255, plays. */
    PROGRAM(PartNote.PROGRAMS),
    /** The number of a further part of the same program, 1 to 16. */
    PART(PartNote.MOST_PARTS),
    /** Velocity of the instrument from here on, 0 to 31. */
    VELOCITY(PartNote.VELOCITIES),
    /** A note begins; its duration follows. */
    PITCH(PITCHES),
    /** A drum stroke; its duration follows. */
    STROKE(PITCHES),
    /** The duration that follows is 96 · 2ⁿ steps more, n from 0 to 15; the longest one first. */
    LONG(LONG_DURATIONS),
    /** Number of steps that the note lasts, 0 to 95. */
    DURATION(FINE_DURATIONS);

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

  private ScoreVocabulary() {}

  /** Whether a number is a token. */
  static boolean has(int token) {
    return TOKENS.has(token);
  }

  /** The kind of a token. */
  public static Kind kind(int token) {
    return TOKENS.kind(token);
  }

  /** Index of a token within its kind, from 0. */
  public static int index(int token) {
    return TOKENS.index(token);
  }

  /** The only token of a kind. */
  public static int token(Kind kind) {
    return token(kind, 0);
  }

  /**
   * The token of a kind at an index within it.
   *
   * @param index from 0
   */
  public static int token(Kind kind, int index) {
    return TOKENS.token(kind, index);
  }

  private static String quality(int index) {
    ChordQuality quality = ChordQuality.SOUNDING.get(index);
    return quality == ChordQuality.MAJOR ? "major" : "chord " + quality.suffix();
  }

  /** The meaning of a token in words, such as {@code C4} or {@code 2 quarters + 3}. */
  public static String describe(int token) {
    TOKENS.require(token);
    int index = index(token);
    return switch (kind(token)) {
      case START -> "start";
      case END -> "end";
      case BAR -> "bar";
      case CUT -> "cut";
      case LATER -> "later by " + POSITIONS;
      case MORE -> "beats + " + NUMERATORS;
      case DOUBLE -> "tempo doubled";
      case POSITION -> "at " + index;
      case NUMERATOR -> (index + 1) + (index == 0 ? " beat" : " beats");
      case DENOMINATOR -> "of 1/" + (1 << index);
      case TEMPO -> "tempo " + (index + TempoStep.SLOWEST);
      case TEMPO_FRACTION -> "tempo + " + (index + 1) + "/" + TempoStep.FINENESS;
      case NO_CHORD -> "no chord";
      case ROOT -> "chord on " + NoteName.withoutOctave(index, 0);
      case QUALITY -> quality(index);
      case BASS -> "bass " + NoteName.withoutOctave(index, 0);
      case PROGRAM ->
          index < PartNote.DRUMS ? Instruments.name(index) : "drums " + (index - PartNote.DRUMS);
      case PART -> "part " + (index + 1);
      case VELOCITY -> "velocity " + (index + 1) + " of " + PartNote.VELOCITIES;
      case PITCH -> NoteName.of(index);
      case STROKE -> "drum " + index;
      case LONG -> "for " + (FINE_DURATIONS << index) + " more";
      case DURATION -> "for " + index;
    };
  }
}
