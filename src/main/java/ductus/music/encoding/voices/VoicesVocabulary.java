package ductus.music.encoding.voices;

import ductus.music.Key;
import ductus.music.Metres;
import ductus.music.Mode;
import ductus.music.NoteName;
import ductus.music.choir.Cadence;
import ductus.music.encoding.TokenRanges;
import java.util.List;

/** The tokens of {@link VoicesEncoding}, by kind. */
public final class VoicesVocabulary {
  /** The lowest pitch that has a token: C1. */
  public static final int LOWEST_PITCH = 24;

  /** The highest pitch that has a token: C7. */
  public static final int HIGHEST_PITCH = 96;

  /** The most bars that have a token of their own. */
  public static final int MOST_BARS = 64;

  /** The most phrases of a piece. */
  static final int MOST_PHRASES = 64;

  /** Grid steps that have a token of their own as a duration. */
  static final int DURATIONS = 32;

  /** Number of phrases that one can return to, the one before being the first. */
  static final int RETURNS = 16;

  /** Places in a bar, grid steps of a phrase's fraction of a quarter, quarters of a phrase. */
  private static final int PLACES = 96;

  private static final List<Mode> MODES = List.of(Mode.values());
  private static final int FRACTIONS = 3;
  private static final int QUARTERS = 64;
  private static final int OCTAVE = 12;

  /** The kinds of tokens; each kind has a run of tokens. */
  public enum Kind {
    /** The token that begins every sequence. */
    START(1),
    /** The token that ends every finished sequence. */
    END(1),
    /** The metre of the first phrase, or of one that changes it. */
    METRE(Metres.ALL.size()),
    /** The key: keynote and mode. */
    KEY(OCTAVE * Mode.values().length),
    /** The length in bars, the pickup's and the last one counted whole; the last is for more. */
    BARS(MOST_BARS + 1),
    /** The place in its bar at which a phrase begins, where that does not follow. */
    PLACE(PLACES),
    /** The phrase that follows ends without a fermata. */
    NO_FERMATA(1),
    /** A phrase that is new. */
    NEW(1),
    /** A phrase with the tune of the one so many before, set otherwise. */
    TUNE(RETURNS),
    /** A phrase that is the one so many before. */
    RETURN(RETURNS),
    /** Sixteenths that the phrase is longer than the quarters that follow. */
    FRACTION(FRACTIONS),
    /** Quarter notes of a phrase, 0 to 63. */
    QUARTER(QUARTERS),
    /** The chord on which the phrase ends. */
    CADENCE(Cadence.COUNT),
    /** Semitones of the soprano's last note above the keynote. */
    DEGREE(OCTAVE + 1),
    /** The plan is done. */
    PLANNED(1),
    /** The voice rests; a duration follows. */
    REST(1),
    /** The voice sings a pitch; a duration follows. */
    PITCH(HIGHEST_PITCH - LOWEST_PITCH + 1),
    /** The duration that follows is 32 sixteenths longer. */
    LONG(1),
    /** Number of sixteenths, 1 to 32. */
    DURATION(DURATIONS);

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

  private VoicesVocabulary() {}

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
   * @throws IllegalArgumentException if there is none
   */
  public static int token(Kind kind, int index) {
    return TOKENS.token(kind, index);
  }

  /** The token of a key. */
  static int token(Key key) {
    return token(Kind.KEY, MODES.indexOf(key.mode()) * OCTAVE + key.tonic());
  }

  /** The key of an index within its kind. */
  public static Key key(int index) {
    return new Key(index % OCTAVE, MODES.get(index / OCTAVE));
  }

  /** The meaning of a token in words, such as {@code C4} or {@code for 4}. */
  static String describe(int token) {
    TOKENS.require(token);
    int index = index(token);
    return switch (kind(token)) {
      case START -> "start";
      case END -> "end";
      case METRE -> Metres.ALL.get(index).toString();
      case KEY -> key(index).label();
      case BARS -> index == MOST_BARS ? "more bars" : (index + 1) + (index == 0 ? " bar" : " bars");
      case PLACE -> "from " + index;
      case NO_FERMATA -> "no fermata";
      case NEW -> "new phrase";
      case TUNE -> "tune of " + (index + 1) + " before";
      case RETURN -> "return of " + (index + 1) + " before";
      case FRACTION -> (index + 1) + "/4 and";
      case QUARTER -> index + (index == 1 ? " quarter" : " quarters");
      case CADENCE -> "ends on " + Cadence.of(index);
      case DEGREE ->
          index == OCTAVE ? "soprano rests" : "soprano on " + NoteName.withoutOctave(index, 0);
      case PLANNED -> "planned";
      case REST -> "rest";
      case PITCH -> NoteName.of(LOWEST_PITCH + index);
      case LONG -> "for " + DURATIONS + " more";
      case DURATION -> "for " + (index + 1);
    };
  }
}
