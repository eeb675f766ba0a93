package ductus.ink.recognition.language;

import ductus.generate.ctc.PrefixBeam.CharacterModel;
import ductus.ink.hand.Characters;
import ductus.ink.recognition.language.WordModel.Place;
import ductus.model.pen.Alphabet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Says how likely a character is behind those before it, by what words, numbers and sentences look
 * like: so a reader that cannot tell n from u takes the one that makes a word, and capitals only
 * where they may stand. A word is one of the {@link Lexicon} or, with a share, just letters that
 * may follow each other. Not for use by two threads at once.
 */
public final class WordModel implements CharacterModel<Place> {
  /** Share of words that are in the lexicon, as long as one of it still begins so. */
  private static final double KNOWN = 0.85;

  /** Share of names that are in the lexicon: of words with a capital where no sentence begins. */
  private static final double KNOWN_NAMES = 0.6;

  /** Probability that any character stands anywhere. */
  private static final double ANYWHERE = 0.02;

  private static final int DIGITS = 10;
  private static final String OPENING = "\"'(¿¡«[$£&#-*+";
  private static final String ALONE = "&-+=*/";
  private static final String WITHIN_NUMBERS = ".,:-/";
  private static final String CLOSING = ",.;:!?)\"'-%/»]&";

  private final Lexicon lexicon = Lexicon.shipped();
  private final int[] characters;

  /** The case of the letters of a word so far. */
  private enum Shape {
    NOTHING,
    CAPITAL,
    NAME,
    CAPITALS,
    LOWER
  }

  /** The kind of character that stands before a place. */
  private enum Before {
    BEGINNING,
    SPACE,
    OPENED,
    WORD,
    WITHIN_WORD,
    NUMBER,
    MARK
  }

  /** A place in a text, with all that is known there of what comes next. */
  public final class Place {
    private final Before before;

    /** Whether a sentence begins. */
    private final boolean sentence;

    /** The beginning of the word, where one of the lexicon begins so. */
    private final WordList.@Nullable Beginning known;

    /** The last letter of the word, and the one before it. */
    private final int last;

    private final int secondLast;
    private final Shape shape;

    /** Log probability of each label; NaN until it is asked for. */
    private final double[] logProbabilities = new double[characters.length];

    private Place(
        Before before,
        boolean sentence,
        WordList.@Nullable Beginning known,
        int secondLast,
        int last,
        Shape shape) {
      this.before = before;
      this.sentence = sentence;
      this.known = known;
      this.secondLast = secondLast;
      this.last = last;
      this.shape = shape;
      Arrays.fill(logProbabilities, Double.NaN);
    }
  }

  /** A model over the labels of a reader: places in its alphabet. */
  public WordModel(Alphabet alphabet) {
    characters = alphabet.characters().codePoints().toArray();
  }

  @Override
  public Place start() {
    return wordBegins(Before.BEGINNING, true, Shape.NOTHING);
  }

  private Place wordBegins(Before before, boolean sentence, Shape shape) {
    return new Place(before, sentence, lexicon.root(), Trigrams.EDGE, Trigrams.EDGE, shape);
  }

  @Override
  public Place next(Place place, int label) {
    int character = characters[label];
    if (isLetter(character)) {
      int letter = Character.toLowerCase(character);
      return new Place(
          Before.WORD,
          false,
          longer(place, character),
          place.last,
          letter,
          beginsName(place, character) ? Shape.NAME : shape(place.shape, character));
    }
    boolean inWord = place.before == Before.WORD;
    WordList.Beginning longer = known(place, character);
    if (inWord && longer != null) {
      return new Place(Before.WORD, false, longer, place.last, character, place.shape);
    }
    if (character == ' ') {
      return wordBegins(Before.SPACE, place.sentence, Shape.NOTHING);
    }
    if (Character.isDigit(character)) {
      return wordBegins(Before.NUMBER, false, Shape.NOTHING);
    }
    if (inWord && (character == '\'' || character == '-')) {
      return wordBegins(
          Before.WITHIN_WORD, false, place.shape == Shape.CAPITALS ? Shape.CAPITALS : Shape.LOWER);
    }
    if (place.before == Before.SPACE || place.before == Before.BEGINNING) {
      return ALONE.indexOf(character) >= 0
          ? wordBegins(Before.MARK, place.sentence, Shape.NOTHING)
          : wordBegins(Before.OPENED, place.sentence, Shape.NOTHING);
    }
    boolean ends = character == '.' || character == '!' || character == '?';
    return wordBegins(Before.MARK, ends, Shape.NOTHING);
  }

  /** Whether a letter is a capital with which no sentence begins. */
  private static boolean beginsName(Place place, int character) {
    return place.shape == Shape.NOTHING && !place.sentence && Character.isUpperCase(character);
  }

  /** The beginning of a word with one letter more. */
  private WordList.@Nullable Beginning longer(Place place, int character) {
    WordList.Beginning before = before(place, character);
    return before == null ? null : before.next(Character.toLowerCase(character));
  }

  /** The beginning that a letter goes on from. */
  private WordList.@Nullable Beginning before(Place place, int character) {
    if (beginsName(place, character)) {
      return lexicon.names();
    }
    // A word in capitals is no name.
    return place.shape == Shape.NAME && Character.isUpperCase(character) && isSecond(place)
        ? lexicon.root().next(place.last)
        : place.known;
  }

  /** Whether one letter of the word is there. */
  private static boolean isSecond(Place place) {
    return place.secondLast == Trigrams.EDGE;
  }

  private static WordList.@Nullable Beginning known(Place place, int letter) {
    return place.known == null ? null : place.known.next(letter);
  }

  private static Shape shape(Shape before, int character) {
    if (Characters.isMark(character)) {
      return before;
    }
    if (!Character.isUpperCase(character)) {
      return before == Shape.NAME ? Shape.NAME : Shape.LOWER;
    }
    return before == Shape.NOTHING ? Shape.CAPITAL : Shape.CAPITALS;
  }

  @Override
  public double logProbability(Place place, int label) {
    if (Double.isNaN(place.logProbabilities[label])) {
      double anywhere = ANYWHERE / characters.length;
      place.logProbabilities[label] =
          StrictMath.log(anywhere + (1 - ANYWHERE) * probability(place, characters[label]));
    }
    return place.logProbabilities[label];
  }

  private double probability(Place place, int character) {
    if (isLetter(character)) {
      return letters(place) * letter(place, character);
    }
    if (place.before != Before.WORD) {
      return (1 - letters(place)) * other(place.before, character);
    }
    double within = place.known == null ? 0 : trust(place.shape) * place.known.share(character);
    return within + end(place) * other(place.before, character);
  }

  /** Probability that a letter comes, where no word is under way. */
  private static double letters(Place place) {
    return switch (place.before) {
      case BEGINNING, SPACE -> 0.86;
      case OPENED -> 0.8;
      case WORD -> 1;
      case WITHIN_WORD -> 0.75;
      case NUMBER -> 0.03;
      case MARK -> 0.08;
    };
  }

  /** Probability that a word under way goes on with a letter, or begins with it. */
  private double letter(Place place, int character) {
    int letter = Character.toLowerCase(character);
    boolean name = beginsName(place, character);
    WordList.Beginning known = before(place, character);
    double trust = trust(name ? Shape.NAME : place.shape);
    double any = lexicon.trigrams().probability(place.secondLast, place.last, letter);
    double mixed = known == null ? any : trust * known.share(letter) + (1 - trust) * any;
    return mixed * spelling(place, character);
  }

  private static double trust(Shape shape) {
    return shape == Shape.NAME ? KNOWN_NAMES : KNOWN;
  }

  /** Probability that a word under way ends. */
  private double end(Place place) {
    WordList.Beginning known = place.known;
    double any = lexicon.trigrams().probability(place.secondLast, place.last, Trigrams.EDGE);
    double trust = trust(place.shape);
    return known == null ? any : trust * known.endShare() + (1 - trust) * any;
  }

  /** Probability that the letter is a capital, or that it is none. */
  private static double spelling(Place place, int character) {
    if (Characters.isMark(character)) {
      return 1;
    }
    double capital =
        switch (place.shape) {
          case NOTHING -> place.sentence ? 0.85 : 0.12;
          case CAPITAL -> 0.08;
          case NAME -> isSecond(place) ? 0.08 : 0.004;
          case CAPITALS -> 0.93;
          case LOWER -> 0.004;
        };
    return Character.isUpperCase(character) ? capital : 1 - capital;
  }

  /** Probability of a character that is no letter, where none comes. */
  private double other(Before before, int character) {
    if (character == ' ') {
      return switch (before) {
        case BEGINNING, SPACE, OPENED -> 0.01;
        case WORD -> 0.8;
        case WITHIN_WORD -> 0.4;
        case NUMBER -> 0.35;
        case MARK -> 0.75;
      };
    }
    if (Character.isDigit(character)) {
      double digits =
          switch (before) {
            case BEGINNING, SPACE, OPENED -> 0.6;
            case WORD -> 0.02;
            case WITHIN_WORD -> 0.3;
            case NUMBER -> 0.45;
            case MARK -> 0.12;
          };
      return digits / DIGITS;
    }
    String likely = before == Before.BEGINNING || before == Before.SPACE ? OPENING : CLOSING;
    if (before == Before.NUMBER && WITHIN_NUMBERS.indexOf(character) >= 0) {
      return 0.03;
    }
    double share =
        switch (before) {
          case BEGINNING, SPACE, OPENED -> 0.3;
          case WORD, NUMBER -> 0.16;
          case WITHIN_WORD, MARK -> 0.12;
        };
    return likely.indexOf(character) < 0
        ? 0.02 / characters.length
        : share * weight(character) / weights(likely);
  }

  private static double weights(String likely) {
    return likely.codePoints().mapToDouble(WordModel::weight).sum();
  }

  /** Commas and full stops are the most frequent marks. */
  private static double weight(int character) {
    return switch (character) {
      case ',', '.' -> 8;
      case '"', '\'', '(', ')', '-', '!', '?' -> 2;
      default -> 1;
    };
  }

  private static boolean isLetter(int character) {
    return Character.isLetter(character) || Characters.isMark(character);
  }
}
