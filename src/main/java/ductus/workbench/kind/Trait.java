package ductus.workbench.kind;

import ductus.music.Key;
import ductus.music.Score;
import ductus.music.TempoMap;
import ductus.music.TimeSignature;
import ductus.music.finding.KeyFinder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What pieces are told apart by, where a model is to be asked for it. */
enum Trait {
  /** What a table in the folder calls it, or else the folder's name. */
  STYLE,
  /** Keynote and mode, by the score's key signature, else by its notes. */
  KEY,
  /** Metre of the first bar. */
  METRE,
  /** Quarter notes a minute, on the mean. */
  TEMPO,
  /** Notes a quarter note. */
  DENSITY,
  /** How much each pitch class is used. */
  PITCHES;

  /** How often a pitch class is struck, as a share of what twelve alike would be. */
  private static final List<String> WEIGHTS = List.of("0", "0.3", "0.8", "1.5", "2.5");

  private static final int RANGES = 5;
  private static final int PITCH_CLASSES = 12;
  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);

  /** In options and files: {@code style}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The trait of a name; null if there is none. */
  static @Nullable Trait of(String label) {
    return Stream.of(values())
        .filter(trait -> trait.label().equals(label))
        .findFirst()
        .orElse(null);
  }

  /** Where it would stand, for messages; empty for what every piece has. */
  String source() {
    return switch (this) {
      case STYLE -> ": it stands in info.csv, or is the name of the folder below FOLDER";
      case KEY -> ": drums have none";
      case METRE, TEMPO, DENSITY, PITCHES -> "";
    };
  }

  /** How many conditions it makes. */
  int conditions() {
    return this == PITCHES ? PITCH_CLASSES : 1;
  }

  /** Whether its labels are the lower ends of ranges, and its values numbers. */
  boolean isNumber() {
    return this == TEMPO || this == DENSITY || this == PITCHES;
  }

  /**
   * The values of a piece, one for each of its conditions; an empty one where it has none.
   *
   * @param style of the piece; empty where it has none
   */
  List<String> of(Score score, String style) {
    return switch (this) {
      case STYLE -> List.of(style);
      case KEY -> List.of(key(score));
      case METRE -> List.of(metre(score));
      case TEMPO -> List.of(number(tempo(score)));
      case DENSITY -> List.of(number(density(score)));
      case PITCHES -> pitches(score);
    };
  }

  /**
   * The labels that tell pieces of these values apart.
   *
   * @param values one a piece
   */
  List<String> labels(List<String> values) {
    List<String> known = values.stream().filter(value -> !value.isEmpty()).toList();
    if (this == PITCHES) {
      return WEIGHTS;
    }
    if (!isNumber()) {
      return known.stream().distinct().sorted().toList();
    }
    double[] sorted = known.stream().mapToDouble(Double::parseDouble).sorted().toArray();
    return Stream.concat(
            Stream.of("0"),
            IntStream.range(1, RANGES)
                .filter(range -> sorted.length > 0)
                .mapToObj(range -> number(sorted[range * sorted.length / RANGES])))
        .distinct()
        .toList();
  }

  private static String key(Score score) {
    return score.keySignatures().isEmpty()
        ? KeyFinder.find(score).map(Key::label).orElse("")
        : Outline.key(score.keySignatures().get(0)).label();
  }

  private static String metre(Score score) {
    return (score.timeSignatures().isEmpty() ? COMMON_TIME : score.timeSignatures().get(0))
        .toString();
  }

  private static double tempo(Score score) {
    double seconds = new TempoMap(score).seconds(score.length());
    return seconds == 0 ? 0 : 60.0 * score.length() / score.ticksPerQuarter() / seconds;
  }

  private static double density(Score score) {
    return score.length() == 0
        ? 0
        : (double) score.notes().size() * score.ticksPerQuarter() / score.length();
  }

  private static List<String> pitches(Score score) {
    double[] counts = new double[PITCH_CLASSES];
    score.notes().stream()
        .filter(note -> !note.isDrum())
        .forEach(note -> counts[note.pitch() % PITCH_CLASSES]++);
    double total = Arrays.stream(counts).sum();
    return Arrays.stream(counts)
        .mapToObj(count -> total == 0 ? "" : number(PITCH_CLASSES * count / total))
        .toList();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
