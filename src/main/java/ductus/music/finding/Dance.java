package ductus.music.finding;

import ductus.music.Score;
import ductus.music.TextEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The dances, and their like, that tunes are told apart by. */
public enum Dance {
  REEL,
  JIG,
  SLIP_JIG,
  HORNPIPE,
  POLKA,
  WALTZ,
  MARCH,
  STRATHSPEY,
  AIR,
  FLING,
  CLOG,
  SLIDE;

  /** What a text of a score begins with that names its dance, as the field of ABC does. */
  public static final String FIELD = "R:";

  private static final Map<String, Dance> WORDS =
      Map.ofEntries(
          Map.entry("reel", REEL),
          Map.entry("jig", JIG),
          Map.entry("jigg", JIG),
          Map.entry("slipjig", SLIP_JIG),
          Map.entry("hopjig", SLIP_JIG),
          Map.entry("hornpipe", HORNPIPE),
          Map.entry("polka", POLKA),
          Map.entry("waltz", WALTZ),
          Map.entry("march", MARCH),
          Map.entry("quickstep", MARCH),
          Map.entry("strathspey", STRATHSPEY),
          Map.entry("air", AIR),
          Map.entry("fling", FLING),
          Map.entry("clog", CLOG),
          Map.entry("slide", SLIDE));

  /** Two words that are one: a slip jig is no jig. */
  private static final Map<String, String> COMPOUNDS =
      Map.of(
          "slip jig",
          "slipjig",
          "hop jig",
          "hopjig",
          "quick step",
          "quickstep",
          "quick march",
          "quickstep");

  /** In front of the last word of a title, these make it another thing: Castles in the Air. */
  private static final Set<String> NO_NAME =
      Set.of("of", "in", "on", "to", "at", "for", "the", "a", "and", "my", "that");

  /** What may follow the first word of a title that names its dance: Reel of Tulloch. */
  private static final Set<String> OF_WHAT = Set.of("in", "of", "by", "from");

  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  /** The last words of titles that say which of several tunes of one name it is. */
  private static final Pattern NUMBERING =
      Pattern.compile(
          "no|nr|\\d+(?:st|nd|rd|th)?|first|second|third|setting|set|version|part|i{1,3}|iv|vi{0,3}");

  private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");

  /** The name of this dance in options and files: {@code slip jig}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * The dance that words name, such as {@code REEL}, {@code double jig}, {@code Highland Fling}.
   */
  public static Optional<Dance> named(String words) {
    return words(words).stream().flatMap(word -> Stream.ofNullable(WORDS.get(word))).findFirst();
  }

  /**
   * The dance of a piece: what its text {@value #FIELD} says; where it has none, what its title
   * ends with or begins with.
   */
  public static Optional<Dance> of(Score score) {
    Optional<String> field =
        first(score, text -> text.kind() == TextEvent.Kind.TEXT && text.text().startsWith(FIELD))
            .map(text -> text.substring(FIELD.length()));
    return field.isPresent()
        ? named(field.get())
        : first(score, text -> text.kind() == TextEvent.Kind.TRACK_NAME && text.track() == 0)
            .flatMap(Dance::ofTitle);
  }

  private static Optional<String> first(Score score, Predicate<TextEvent> wanted) {
    return score.texts().stream().filter(wanted).map(TextEvent::text).findFirst();
  }

  /** The dance that a title names: {@code The Kesh Jig}, {@code March in Scipio}. */
  static Optional<Dance> ofTitle(String title) {
    List<String> words = words(ASIDE.matcher(title).replaceAll(" "));
    if (!words.isEmpty() && ARTICLES.contains(words.get(0))) {
      words.remove(0);
    }
    int last = words.size() - 1;
    while (last > 0 && (ARTICLES.contains(words.get(last)) || isNumber(words.get(last)))) {
      last--;
    }
    if (last < 0) {
      return Optional.empty();
    }
    Dance ends = WORDS.get(words.get(last));
    if (ends != null && (last == 0 || !NO_NAME.contains(words.get(last - 1)))) {
      return Optional.of(ends);
    }
    // Marches are named for regiments, in any way: March 6th Regt.
    Dance begins = WORDS.get(words.get(0));
    return begins == MARCH || (begins != null && OF_WHAT.contains(words.get(1)))
        ? Optional.of(begins)
        : Optional.empty();
  }

  private static boolean isNumber(String word) {
    return NUMBERING.matcher(word).matches();
  }

  /** The words of a text in lower case, those of compounds together, none in the plural. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String part : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d']+", -1)) {
      String word = WORDS.containsKey(part) ? part : part.replaceAll("s$", "");
      String plain = WORDS.containsKey(word) ? word : part;
      String joined =
          words.isEmpty() ? null : COMPOUNDS.get(words.get(words.size() - 1) + " " + plain);
      if (joined != null) {
        words.set(words.size() - 1, joined);
      } else if (!part.isEmpty()) {
        words.add(plain);
      }
    }
    return words;
  }
}
