package ductus.ink.practice;

import ductus.ink.hand.Characters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/**
 * Texts for training, drawn at random: words of English and its neighbors with capitals and
 * punctuation, numbers, dates and times, words in capitals, repeated and compound words, and for a
 * quarter of the characters a salad of letters, in which every character of the hand comes up as
 * often as any other. Texts are plain (see {@link Characters}) and hold no characters but those
 * available.
 */
public final class TrainingText {
  private static final List<String> WORDS =
      TextResource.lines("words.txt").stream()
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .map(Characters::plain)
          .toList();

  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  /** Number of draws that may fail in succession: too long for the line, or not available. */
  private static final int TRIES = 12;

  private final Set<Integer> available;
  private final int[] singles;
  private final int[] letters;
  private final int[] capitals;
  private final int[] marks;
  private final List<String> words;

  /**
   * Creates a source of texts of some characters.
   *
   * @param available code points that can be written, besides the space
   */
  public TrainingText(Set<Integer> available) {
    this.available = Set.copyOf(available);
    singles = only(character -> !Characters.isMark(character));
    letters = only(Character::isLowerCase);
    capitals = only(Character::isUpperCase);
    marks = only(Characters::isMark);
    words = WORDS.stream().filter(this::canWrite).toList();
    if (singles.length == 0) {
      throw new IllegalArgumentException("practice must have a character but has none");
    }
  }

  /** The words that texts are made of, plain. */
  public static List<String> words() {
    return WORDS;
  }

  private int[] only(IntPredicate kind) {
    return available.stream()
        .mapToInt(Integer::intValue)
        .filter(character -> Characters.isDrawn(character) && kind.test(character))
        .sorted()
        .toArray();
  }

  /**
   * Draws a text of about a length: never longer, seldom much shorter, never blank.
   *
   * @param length in code points, at least 1
   */
  public String draw(int length, RandomGenerator random) {
    if (length < 1) {
      throw new IllegalArgumentException("a text's length must be at least 1 but was " + length);
    }
    StringBuilder text = new StringBuilder();
    boolean starts = random.nextInt(10) < 6;
    String last = "";
    int used = 0;
    for (int failed = 0; failed < TRIES; ) {
      String token = random.nextInt(60) == 0 && !last.isEmpty() ? last : token(starts, random);
      int size = token.codePointCount(0, token.length());
      int needed = used == 0 ? size : size + 1;
      if (used + needed > length || !canWrite(token)) {
        failed++;
        continue;
      }
      text.append(used == 0 ? "" : " ").append(token);
      used += needed;
      failed = 0;
      last = token;
      starts = !token.isEmpty() && ".!?".indexOf(token.charAt(token.length() - 1)) >= 0;
    }
    return used == 0 ? Character.toString(any(singles, random)) : text.toString();
  }

  private boolean canWrite(String text) {
    return text.codePoints().allMatch(c -> c == ' ' || available.contains(c));
  }

  private String token(boolean starts, RandomGenerator random) {
    int kind = words.isEmpty() ? 99 : random.nextInt(100);
    if (kind < 54) {
      String word = word(random);
      return punctuated(starts || kind < 8 ? capitalized(word) : word, random);
    }
    if (kind < 60) {
      return punctuated(word(random).toUpperCase(Locale.ROOT), random);
    }
    if (kind < 63) {
      return word(random) + (random.nextInt(3) == 0 ? "-" : "") + word(random);
    }
    return kind < 72 ? number(random) : salad(random);
  }

  private String word(RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }

  private static String capitalized(String word) {
    int end = word.offsetByCodePoints(0, 1);
    return word.substring(0, end).toUpperCase(Locale.ROOT) + word.substring(end);
  }

  private static String punctuated(String word, RandomGenerator random) {
    return switch (random.nextInt(64)) {
      case 0, 1, 2, 3 -> word + ",";
      case 4, 5, 6, 7 -> word + ".";
      case 8 -> word + ";";
      case 9 -> word + ":";
      case 10, 11 -> word + "!";
      case 12, 13 -> word + "?";
      case 14 -> "(" + word + ")";
      case 15 -> "\"" + word + "\"";
      case 16 -> "'" + word + "'";
      case 17 -> word + "'s";
      case 18 -> word + " -";
      case 19 -> word + " &";
      case 20 -> word + "...";
      case 21 -> "\"" + word + ",\"";
      default -> word;
    };
  }

  private static String number(RandomGenerator random) {
    int small = random.nextInt(100);
    int large = random.nextInt(10_000);
    return switch (random.nextInt(16)) {
      case 0, 1 -> String.valueOf(small);
      case 2 -> String.valueOf(large);
      case 3 -> String.valueOf(1000 + random.nextInt(1100));
      case 4 -> format("%d:%02d", random.nextInt(24), random.nextInt(60));
      case 5 -> format("%d.%d.%d", 1 + random.nextInt(31), 1 + random.nextInt(12), 1900 + small);
      case 6 -> format("%d/%d/%d", 1 + random.nextInt(12), 1 + random.nextInt(31), 2000 + small);
      case 7 -> format("%d %s", 1 + random.nextInt(31), MONTHS[random.nextInt(12)]);
      case 8 -> format("%s %d,", MONTHS[random.nextInt(12)], 1 + random.nextInt(31));
      case 9 -> format("%s%d.%02d", random.nextBoolean() ? "$" : "£", small, random.nextInt(100));
      case 10 -> format("%d,%02d €", small, random.nextInt(100));
      case 11 -> small + "%";
      case 12 -> format("%d,%03d", small + 1, random.nextInt(1000));
      case 13 -> format("%d + %d = %d", small, large % 100, small + large % 100);
      case 14 -> "No. " + small;
      default -> format("%03d-%04d", random.nextInt(1000), large);
    };
  }

  private static String format(String pattern, Object... numbers) {
    return String.format(Locale.ROOT, pattern, numbers);
  }

  /** Draws characters thrown together: all alike, letters with marks, or letters of one case. */
  private String salad(RandomGenerator random) {
    int[] from =
        switch (random.nextInt(8)) {
          case 0, 1 -> letters;
          case 2 -> capitals;
          default -> singles;
        };
    if (from.length == 0) {
      from = singles;
    }
    StringBuilder salad = new StringBuilder();
    int length = 1 + random.nextInt(8);
    for (int i = 0; i < length; i++) {
      int character = any(from, random);
      salad.appendCodePoint(character);
      if (marks.length > 0 && Character.isLetter(character) && random.nextInt(12) == 0) {
        salad.appendCodePoint(any(marks, random));
      }
    }
    return salad.toString();
  }

  private static int any(int[] characters, RandomGenerator random) {
    return characters[random.nextInt(characters.length)];
  }
}
