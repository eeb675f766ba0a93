package ductus.metric.classification;

import ductus.picture.chart.HeatMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How often a network says the right class.
 *
 * @param count things that were measured
 * @param correct of which the class was said
 * @param accuracy share of which the class was said
 * @param majority share that is right if the most frequent class is always said
 * @param baseline share that is right by a simple rule; null where its training is not at hand
 * @param nats mean −log probability of the right class; of those whose class the network knows
 * @param classes by their names
 * @param confusion how many of each class (row) were taken for each (column); in the order of
 *     {@code classes}
 * @param wrong what was taken for another class, in the order of the things
 */
public record ClassEvaluation(
    int count,
    int correct,
    double accuracy,
    double majority,
    @Nullable Double baseline,
    double nats,
    List<OfClass> classes,
    List<List<Integer>> confusion,
    List<Wrong> wrong) {
  /**
   * A class.
   *
   * @param count things of it
   * @param said how often it was said
   * @param correct how often rightly
   */
  public record OfClass(String label, int count, int said, int correct) {
    /** Share of its things that were found; 0 without any. */
    public double recall() {
      return (double) correct / Math.max(1, count);
    }

    /** Share of what was said that was right; 0 if it never was said. */
    public double precision() {
      return (double) correct / Math.max(1, said);
    }
  }

  /** A thing that was taken for another class. */
  public record Wrong(String where, String label, String said, double probability) {}

  public ClassEvaluation {
    classes = List.copyOf(classes);
    confusion = confusion.stream().map(List::copyOf).toList();
    wrong = List.copyOf(wrong);
  }

  /** Measures what was said of some things, one or more. */
  public static <T> ClassEvaluation of(List<Labeled<T>> things, List<Classification> said) {
    TreeSet<String> names =
        things.stream().map(Labeled::label).collect(Collectors.toCollection(TreeSet::new));
    said.forEach(each -> names.add(each.label()));
    List<String> labels = List.copyOf(names);
    int[][] counts = new int[labels.size()][labels.size()];
    double nats = 0;
    int known = 0;
    List<Wrong> wrong = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      Labeled<T> thing = things.get(i);
      Classification found = said.get(i);
      counts[labels.indexOf(thing.label())][labels.indexOf(found.label())]++;
      for (Classification.Ranked ranked : found.ranking()) {
        if (ranked.label().equals(thing.label())) {
          nats -= StrictMath.log(ranked.probability());
          known++;
        }
      }
      if (!found.label().equals(thing.label())) {
        wrong.add(new Wrong(thing.where(), thing.label(), found.label(), found.probability()));
      }
    }
    List<OfClass> classes = new ArrayList<>();
    List<List<Integer>> confusion = new ArrayList<>();
    for (int row = 0; row < labels.size(); row++) {
      List<Integer> taken = new ArrayList<>();
      int all = 0;
      int column = 0;
      for (int other = 0; other < labels.size(); other++) {
        taken.add(counts[row][other]);
        all += counts[row][other];
        column += counts[other][row];
      }
      confusion.add(taken);
      classes.add(new OfClass(labels.get(row), all, column, counts[row][row]));
    }
    int most = classes.stream().mapToInt(OfClass::count).max().orElseThrow();
    return new ClassEvaluation(
        things.size(),
        things.size() - wrong.size(),
        (double) (things.size() - wrong.size()) / things.size(),
        (double) most / things.size(),
        null,
        nats / Math.max(1, known),
        classes,
        confusion,
        wrong);
  }

  /** Returns this evaluation beside a simple rule on the same things. */
  public <T> ClassEvaluation beside(Function<T, String> rule, List<Labeled<T>> things) {
    long right =
        things.stream().filter(each -> rule.apply(each.thing()).equals(each.label())).count();
    return new ClassEvaluation(
        count,
        correct,
        accuracy,
        majority,
        (double) right / count,
        nats,
        classes,
        confusion,
        wrong);
  }

  /**
   * How often the network is right, for people, on one line.
   *
   * @param counted what the things are, such as {@code held-out texts}
   * @param rule what the baseline goes by
   */
  public String text(String counted, String rule) {
    return String.format(
        Locale.ROOT,
        "%d of %d %s right, %s %%; %s%s %% if always the most frequent class is said",
        correct,
        count,
        counted,
        percent(accuracy),
        baseline == null ? "" : percent(baseline) + " % by " + rule + ", ",
        percent(majority));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /** The confusions as an SVG picture: of each class, the share that was taken for each. */
  public byte[] svg() {
    List<String> labels = classes.stream().map(OfClass::label).toList();
    List<List<Double>> shares = new ArrayList<>();
    for (int row = 0; row < labels.size(); row++) {
      double all = Math.max(1, classes.get(row).count());
      shares.add(confusion.get(row).stream().map(taken -> taken / all).toList());
    }
    return new HeatMap(labels, labels, shares, 1)
        .svg("Classes by what was said of them", "said; shares of a row");
  }
}
