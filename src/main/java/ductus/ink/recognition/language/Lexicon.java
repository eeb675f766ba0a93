package ductus.ink.recognition.language;

import ductus.ink.practice.TrainingText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Words as a tree of their beginnings: how often each letter follows, and how often a word ends.
 * Letters are lower case; marks and apostrophes are letters of their own.
 */
final class Lexicon {
  /** The most frequent words of English, the first ones first; lists give no frequencies. */
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

  /** The weight of the most frequent words beside a word of the lists: this by their ranks. */
  private static final double OFTEN = 3000;

  private static final double RANKS_BEFORE = 2.7;

  /** The weight of the word I beside that of a name. */
  private static final double OFTEN_I = 400;

  private static final double SELDOM = 0.25;

  /** The share of names among words in lower case. */
  private static final double NAMES_AMONG_WORDS = 0.02;

  private static final double MOST_OF_LETTERS = 10;
  private static final String VOWELS = "aeiou";

  /** The beginning of a word. */
  static final class Beginning {
    private final Map<Integer, Beginning> next = new HashMap<>();
    private double weight;
    private double ends;

    /** The beginning with one letter more; null where no word goes on so. */
    @Nullable Beginning next(int letter) {
      return next.get(letter);
    }

    /** Share of the words that begin so that go on with a letter. */
    double share(int letter) {
      Beginning longer = next.get(letter);
      return longer == null ? 0 : longer.weight / weight;
    }

    /** Share of the words that begin so that end here. */
    double endShare() {
      return ends / weight;
    }
  }

  private final Beginning root = new Beginning();
  private final Beginning names = new Beginning();
  private final Trigrams trigrams = new Trigrams();

  /** The words that texts for training are made of and those of a list, and their endings. */
  Lexicon() {
    int rank = 0;
    for (String frequent : FREQUENT.split(" ", -1)) {
      double weight = OFTEN / (++rank + RANKS_BEFORE);
      add(root, frequent, weight);
      if (frequent.equals("i") || frequent.startsWith("i'")) {
        add(names, frequent, frequent.length() == 1 ? OFTEN_I : OFTEN_I / 8);
      }
    }
    Set<String> words = new TreeSet<>(listed(LIST));
    Set<String> capitalized = new TreeSet<>(listed(NAMES));
    Set<String> onlyNames = new TreeSet<>();
    capitalized.forEach(name -> onlyNames.add(name.toLowerCase(Locale.ROOT)));
    onlyNames.removeAll(words);
    for (String word : TrainingText.words()) {
      if (Character.isUpperCase(word.codePointAt(0))) {
        capitalized.add(word);
      } else if (!onlyNames.contains(word)) {
        words.add(word);
      }
    }
    for (String word : words) {
      add(root, word, 1);
      inflected(word).forEach(form -> add(root, form, SELDOM));
      add(root, word + "'s", SELDOM);
    }
    for (String name : capitalized) {
      String word = name.toLowerCase(Locale.ROOT);
      add(names, word, 1);
      add(names, word + "'s", SELDOM);
      add(root, word, NAMES_AMONG_WORDS);
      add(root, word + "'s", SELDOM * NAMES_AMONG_WORDS);
    }
  }

  private static List<String> listed(String name) {
    try (InputStream stream = Lexicon.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the program must have the list " + name + " but has not");
      }
      String list = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(list.strip().split("\\s+", -1));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The empty beginning of any word. */
  Beginning root() {
    return root;
  }

  /** The empty beginning of names. */
  Beginning names() {
    return names;
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

  private void add(Beginning beginning, String word, double weight) {
    int[] letters = word.codePoints().toArray();
    Beginning at = beginning;
    at.weight += weight;
    for (int letter : letters) {
      at = at.next.computeIfAbsent(letter, any -> new Beginning());
      at.weight += weight;
    }
    at.ends += weight;
    // Words that nobody knows are like all words, not like those that are used most.
    trigrams.add(letters, Math.min(weight, MOST_OF_LETTERS));
  }
}
