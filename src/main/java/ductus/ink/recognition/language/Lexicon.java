package ductus.ink.recognition.language;

import ductus.ink.practice.TrainingText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Words, each with a weight, by their beginnings: how often each letter follows, and how often a
 * word ends. Letters are lower case; marks and apostrophes are letters of their own.
 */
final class Lexicon {
  /**
   * The most frequent words of English, the first ones first: texts that explain words have others.
   */
  private static final String FREQUENT =
      "the of and a to in is you that it he was for on are as with his they i at be this have from"
          + " or one had by but not what all were we when your can said there an which she do how"
          + " their if will up out many then them so some her would make him has two more no way"
          + " could my than been who its now did get may me our after back only just don't it's i'm"
          + " can't won't didn't isn't wasn't doesn't couldn't wouldn't i'll we'll you'll you're"
          + " they're we're i've he's she's that's what's there's let's";

  /** Common words and their irregular forms. */
  private static final String LIST = "lexicon.txt";

  /** People, places, days and months, with their capitals. */
  private static final String NAMES = "names.txt";

  /** Each line: twice the binary logarithm of how often texts have some words, then the words. */
  private static final String COUNTED = "counted-words.txt";

  private static final String COUNTED_NAMES = "counted-names.txt";

  /** The weight of the most frequent words beside a word that stands once: this by their ranks. */
  private static final double OFTEN = 350_000;

  private static final double RANKS_BEFORE = 2.7;

  /** The weight of the word I beside that of a name. */
  private static final double OFTEN_I = 45_000;

  /** The least weight of a common word, of its forms, and of a name of the list. */
  private static final double COMMON = 16;

  private static final double FORM = 2;
  private static final double NAME = 8;

  /** The share of names among words in lower case. */
  private static final double NAMES_AMONG_WORDS = 0.02;

  private static final double MOST_OF_LETTERS = 10;
  private static final String VOWELS = "aeiou";

  private static final Lexicon SHIPPED = new Lexicon();

  private final WordList words;
  private final WordList names;
  private final Trigrams trigrams = new Trigrams();

  /** The words that texts for training are made of, those of lists, and their endings. */
  private Lexicon() {
    SortedMap<String, Double> ofNames = new TreeMap<>(counted(COUNTED_NAMES));
    Set<String> capitalized = new TreeSet<>(listed(NAMES));
    SortedMap<String, Double> all = new TreeMap<>(counted(COUNTED));
    List<String> common = new ArrayList<>(listed(LIST));
    for (String word : TrainingText.words()) {
      if (Character.isUpperCase(word.codePointAt(0))) {
        capitalized.add(word);
      } else if (all.containsKey(word) || !capitalized.contains(capital(word))) {
        common.add(word);
      }
    }
    for (String word : common) {
      atLeast(all, word, COMMON);
      inflected(word).forEach(form -> atLeast(all, form, FORM));
      atLeast(all, word + "'s", FORM);
    }
    capitalized.forEach(name -> atLeast(ofNames, name.toLowerCase(Locale.ROOT), NAME));
    new TreeMap<>(ofNames).forEach((name, weight) -> atLeast(ofNames, name + "'s", weight / 8));
    ofNames.forEach((name, weight) -> all.merge(name, NAMES_AMONG_WORDS * weight, Double::sum));
    addFrequent(all, ofNames);
    all.forEach(this::addLetters);
    words = new WordList(all);
    names = new WordList(ofNames);
  }

  private static void addFrequent(Map<String, Double> all, Map<String, Double> ofNames) {
    int rank = 0;
    for (String frequent : FREQUENT.split(" ", -1)) {
      all.put(frequent, OFTEN / (++rank + RANKS_BEFORE));
      if (frequent.equals("i") || frequent.startsWith("i'")) {
        ofNames.put(frequent, frequent.length() == 1 ? OFTEN_I : OFTEN_I / 8);
      }
    }
  }

  /** The lexicon that ships; read when it is first needed. */
  static Lexicon shipped() {
    return SHIPPED;
  }

  private static void atLeast(Map<String, Double> weights, String word, double weight) {
    weights.merge(word, weight, Math::max);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Weights by the lower-case words of a list whose lines begin with a number. */
  private static Map<String, Double> counted(String name) {
    Map<String, Double> counted = new HashMap<>();
    for (String line : text(name).split("\n", -1)) {
      String[] entries = line.split(" ", -1);
      double weight = StrictMath.pow(2, Integer.parseInt(entries[0]) / 2.0);
      for (int i = 1; i < entries.length; i++) {
        counted.put(entries[i].toLowerCase(Locale.ROOT), weight);
      }
    }
    return counted;
  }

  private static List<String> listed(String name) {
    return List.of(text(name).split("\\s+", -1));
  }

  private static String text(String name) {
    try (InputStream stream = Lexicon.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the program must have the list " + name + " but has not");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The empty beginning of any word. */
  WordList.Beginning root() {
    return words.root();
  }

  /** The empty beginning of names. */
  WordList.Beginning names() {
    return names.root();
  }

  /** The trigrams of letters in any word. */
  Trigrams trigrams() {
    return trigrams;
  }

  private static List<String> inflected(String word) {
    int last = word.length() - 1;
    if (last < 2) {
      return List.of();
    }
    String shorter = word.substring(0, last);
    return switch (word.charAt(last)) {
      case 'e' -> List.of(word + "s", word + "d", word + "r", shorter + "ing");
      case 'y' -> List.of(word + "s", shorter + "ies", shorter + "ied", word + "ing");
      case 's', 'x', 'z' -> List.of(word + "es", word + "ed", word + "ing");
      default ->
          doubles(word)
              ? List.of(
                  word + "s",
                  word + word.charAt(last) + "ed",
                  word + word.charAt(last) + "ing",
                  word + "ly")
              : List.of(word + "s", word + "ed", word + "ing", word + "er", word + "ly");
    };
  }

  /** Whether a short vowel and one consonant end it, as in stop. */
  private static boolean doubles(String word) {
    int last = word.length() - 1;
    return "bdgmnprt".indexOf(word.charAt(last)) >= 0
        && VOWELS.indexOf(word.charAt(last - 1)) >= 0
        && VOWELS.indexOf(word.charAt(last - 2)) < 0
        && last <= 4;
  }

  private void addLetters(String word, double weight) {
    // Words that nobody knows are like all words, not like those that are used most.
    trigrams.add(word.codePoints().toArray(), Math.min(weight, MOST_OF_LETTERS));
  }
}
