package ductus.task.caption;

import ductus.corpus.Piece;
import ductus.generate.translation.TranslationCandidate;
import ductus.ink.Handwriting;
import ductus.metric.CharacterErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often captions are just those that were wanted.
 *
 * @param sketches that were looked at
 * @param network what the network says of them
 * @param baselines what plainer rules say, where it is known what was learned
 * @param byWords captions of so many words, and how many of them were right, by their number
 * @param mistakes what was wanted and what was said instead, in the order of the sketches
 */
public record CaptionEvaluation(
    int sketches,
    Score network,
    List<Score> baselines,
    SortedMap<Integer, Score> byWords,
    List<Mistake> mistakes) {
  /**
   * How right some captions are.
   *
   * @param of who says them
   * @param captions that were said
   * @param exact of them just as wanted
   * @param wordErrorRate words put in, left out or taken for others, a word wanted
   */
  public record Score(String of, int captions, int exact, double wordErrorRate) {
    private static Score of(String name, List<String> wanted, List<String> said) {
      CharacterErrors errors = CharacterErrors.NONE;
      int exact = 0;
      for (int i = 0; i < wanted.size(); i++) {
        errors = errors.plus(CharacterErrors.ofWords(wanted.get(i), said.get(i)));
        exact += wanted.get(i).equals(said.get(i)) ? 1 : 0;
      }
      return new Score(name, wanted.size(), exact, errors.rate());
    }

    /** Share of the captions that were just as wanted. */
    public double exactShare() {
      return (double) exact / captions;
    }

    private String text() {
      return String.format(
          Locale.ROOT,
          "%,d of %,d exactly, %.1f %%; word error rate %.1f %%",
          exact,
          captions,
          100 * exactShare(),
          100 * wordErrorRate);
    }
  }

  /** A sketch of which something else was said. */
  public record Mistake(String file, String wanted, String said) {}

  public CaptionEvaluation {
    baselines = List.copyOf(baselines);
    byWords = Collections.unmodifiableSortedMap(new TreeMap<>(byWords));
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Measures.
   *
   * @param set of sketches, one or more
   * @param learned what the model learned, for the plainer rules; empty for none
   */
  public static CaptionEvaluation of(SketchCaptioner captioner, SketchSet set, SketchSet learned) {
    return of(captioner, set.sketches(), learned.sketches());
  }

  static CaptionEvaluation of(
      SketchCaptioner captioner,
      List<Piece<Handwriting>> sketches,
      List<Piece<Handwriting>> learned) {
    List<Handwriting> drawn = sketches.stream().map(Piece::value).toList();
    List<String> wanted = sketches.stream().map(SketchSet::caption).toList();
    List<String> said =
        captioner.caption(drawn).stream()
            .map(found -> found.get(0))
            .map(TranslationCandidate::text)
            .toList();
    List<Mistake> mistakes = new ArrayList<>();
    Map<Integer, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      places.computeIfAbsent(wanted.get(i).split(" ", -1).length, each -> new ArrayList<>()).add(i);
      if (!wanted.get(i).equals(said.get(i))) {
        mistakes.add(
            new Mistake(
                String.valueOf(sketches.get(i).path().getFileName()), wanted.get(i), said.get(i)));
      }
    }
    SortedMap<Integer, Score> byWords = new TreeMap<>();
    places.forEach(
        (words, of) ->
            byWords.put(
                words,
                Score.of(
                    "network",
                    of.stream().map(wanted::get).toList(),
                    of.stream().map(said::get).toList())));
    List<Score> baselines = new ArrayList<>();
    if (!learned.isEmpty()) {
      NearestSketch rule = new NearestSketch(learned);
      String most = mostFrequent(learned);
      baselines.add(
          Score.of(
              String.format(Locale.ROOT, "the nearest of %,d learned sketches", rule.count()),
              wanted,
              drawn.stream().map(rule::caption).toList()));
      baselines.add(
          Score.of(
              "the most frequent caption, \"" + most + "\"",
              wanted,
              wanted.stream().map(each -> most).toList()));
    }
    return new CaptionEvaluation(
        wanted.size(), Score.of("network", wanted, said), baselines, byWords, mistakes);
  }

  private static String mostFrequent(List<Piece<Handwriting>> learned) {
    Map<String, Integer> counts = new HashMap<>();
    learned.forEach(each -> counts.merge(SketchSet.caption(each), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  /**
   * The figures, for people.
   *
   * @param things what was looked at, such as {@code held-out sketches}
   */
  public String text(String things) {
    StringBuilder text = new StringBuilder("captions of ").append(things).append(": ");
    text.append(network.text());
    for (Score each : baselines) {
      text.append(System.lineSeparator()).append(each.of()).append(": ").append(each.text());
    }
    return text.append(System.lineSeparator())
        .append(
            byWords.entrySet().stream()
                .map(
                    each ->
                        String.format(
                            Locale.ROOT,
                            "of %d words %d of %d",
                            each.getKey(),
                            each.getValue().exact(),
                            each.getValue().captions()))
                .collect(Collectors.joining("; ", "exactly, ", "")))
        .toString();
  }
}
