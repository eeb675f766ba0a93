package ductus.task.music.condition;

import ductus.music.Key;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoMap;
import ductus.music.TimeSignature;
import ductus.music.drums.BeatActivity;
import ductus.music.finding.KeyFinder;
import ductus.task.music.request.PieceOverview;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A trait that pieces are told apart by, where a model is to be asked for it. */
enum Trait {
  /** The style of a piece: what a table in the folder calls it, or else the folder's name. */
  STYLE,
  /** The dance that it is: what its file names in a field or in its title. */
  DANCE,
  /** Keynote and mode, by the score's key signature, else by its notes. */
  KEY,
  /** Metre of the first bar. */
  METRE,
  /** Quarter notes a minute, on the mean. */
  TEMPO,
  /** Notes a quarter note. */
  DENSITY,
  /** How much each pitch class is used. */
  PITCHES,
  /** The activity of drums: how busy a beat is, and the next. */
  ACTIVITY;

  /** How often a pitch class is struck, as a share of what twelve alike would be. */
  private static final List<String> WEIGHTS = List.of("0", "0.3", "0.8", "1.5", "2.5");

  private static final int RANGES = 5;
  private static final List<String> PITCH_CLASSES =
      List.of("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");
  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);

  /** The name of this trait in options and files: {@code style}. */
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
      case DANCE -> ": it is the field R: of ABC, or what a title such as The Kesh Jig says";
      case KEY -> ": drums have none";
      case ACTIVITY -> ": it is of drums";
      case METRE, TEMPO, DENSITY, PITCHES -> "";
    };
  }

  /** Names of the conditions that it makes. */
  List<String> conditions() {
    return switch (this) {
      case PITCHES -> PITCH_CLASSES.stream().map(pitch -> label() + " " + pitch).toList();
      case ACTIVITY -> List.of(label(), label() + " next");
      case STYLE, DANCE, KEY, METRE, TEMPO, DENSITY -> List.of(label());
    };
  }

  /** Whether its labels are the lower ends of ranges, and its values numbers. */
  boolean isNumber() {
    return this == TEMPO || this == DENSITY || this == PITCHES;
  }

  /**
   * The values of a piece for each of its conditions; an empty one where it has none.
   *
   * @return for each condition one value, or one for each beat
   */
  List<List<String>> of(Conditions.Example piece) {
    Score score = piece.score();
    return switch (this) {
      case STYLE -> List.of(List.of(piece.style()));
      case DANCE -> List.of(List.of(piece.dance()));
      case KEY -> List.of(List.of(key(score)));
      case METRE -> List.of(List.of(metre(score)));
      case TEMPO -> List.of(List.of(number(tempo(score))));
      case DENSITY -> List.of(List.of(number(density(score))));
      case PITCHES -> pitches(score).stream().map(List::of).toList();
      case ACTIVITY ->
          score.notes().stream().allMatch(Note::isDrum)
              ? activity(
                  BeatActivity.ofDrums(score).stream().map(BeatActivity.LEVELS::get).toList())
              : List.of(List.of(""), List.of(""));
    };
  }

  /**
   * The activities of the beats, and those of the beats that follow each of them: after the last
   * one, the first.
   */
  static List<List<String>> activity(List<String> beats) {
    List<String> next = new ArrayList<>(beats);
    Collections.rotate(next, -1);
    return List.of(beats, next);
  }

  /**
   * The labels that tell pieces of these values apart.
   *
   * @param values of the pieces
   */
  List<String> labels(List<String> values) {
    List<String> known = values.stream().filter(value -> !value.isEmpty()).toList();
    if (this == PITCHES) {
      return WEIGHTS;
    }
    if (this == ACTIVITY) {
      return known.isEmpty() ? known : BeatActivity.LEVELS;
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
        : PieceOverview.key(score.keySignatures().get(0)).label();
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
    double[] counts = new double[PITCH_CLASSES.size()];
    score.notes().stream()
        .filter(note -> !note.isDrum())
        .forEach(note -> counts[note.pitch() % counts.length]++);
    return weights(counts);
  }

  /** The weight of each pitch class, as a share of what all alike would have; empty without any. */
  static List<String> weights(double[] pitchClasses) {
    double total = Arrays.stream(pitchClasses).sum();
    return Arrays.stream(pitchClasses)
        .mapToObj(count -> total == 0 ? "" : number(pitchClasses.length * count / total))
        .toList();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
