package ductus.series.linear;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the equation of a column: groups of features come in and go as long as that is better. */
final class EquationFit {
  /** Rows at least for each number that is fitted. */
  private static final int ROWS_A_NUMBER = 3;

  /**
   * What is left is no less than this part of the changes: a network that learned it would learn
   * the last digits.
   */
  private static final double LEAST_PART = 1e-4;

  private final KnownRows rows;
  private final int column;
  private final EquationTerms terms;

  /** All groups: orders, those of the column and the calendar, those of other columns. */
  private final List<TermGroup> groups;

  /** Features of the groups, one after another; the last is the constant. */
  private final List<TermGroup.Feature> features = new ArrayList<>();

  /** First feature of each group. */
  private final int[] first;

  private final NormalEquations equations;

  EquationFit(
      KnownRows rows, int column, SeriesCalendar calendar, EquationTerms terms, double ridge) {
    this.rows = rows;
    this.column = column;
    this.terms = terms;
    groups = Stream.of(terms.orders(), terms.own(), terms.others()).flatMap(List::stream).toList();
    first = new int[groups.size() + 1];
    for (int g = 0; g < groups.size(); g++) {
      first[g] = features.size();
      features.addAll(groups.get(g).features());
    }
    first[groups.size()] = features.size();
    equations = new NormalEquations(features.size() + 1, ridge);
    // All choices are fitted to the same rows, or their errors would not compare.
    int memory = groups.stream().mapToInt(TermGroup::memory).max().orElse(0);
    double[] numbers = new double[features.size() + 1];
    numbers[features.size()] = 1;
    for (int t = Math.max(1, memory); t < rows.length(); t++) {
      if (rows.isKnown(t, column)) {
        double[] dates = calendar.numbers(rows.row(t));
        for (int f = 0; f < features.size(); f++) {
          numbers[f] = number(features.get(f), t, dates);
        }
        equations.add(numbers, rows.value(t, column) - rows.value(t - 1, column));
      }
    }
  }

  private double number(TermGroup.Feature feature, int t, double[] dates) {
    if (feature.calendar() >= 0) {
      return dates[feature.calendar()];
    }
    double plus = rows.value(t - feature.plus(), feature.column());
    return feature.minus() == 0 ? plus : plus - rows.value(t - feature.minus(), feature.column());
  }

  /**
   * A choice that was fitted.
   *
   * @param groups that are in it; one behind the last group stands for the constant
   */
  private record Choice(BitSet groups, NormalEquations.Fit fit, double criterion) {}

  /** The equation that has the least criterion. */
  LinearEquation best() {
    Optional<Choice> found = choice(new BitSet());
    while (found.isPresent()) {
      Choice here = found.get();
      found =
          neighbors(here.groups()).stream()
              .map(this::choice)
              .flatMap(Optional::stream)
              .filter(each -> each.criterion() < here.criterion())
              .min((a, b) -> Double.compare(a.criterion(), b.criterion()));
      if (found.isEmpty()) {
        return equation(here);
      }
    }
    return LinearEquation.lastValue(column, rows.deviation(column));
  }

  /**
   * Other orders, and one group or the constant more or less; of the column's own two at a time,
   * too: a trend is of use only together with the level that returns to it.
   */
  private List<BitSet> neighbors(BitSet here) {
    List<BitSet> all = new ArrayList<>();
    int orders = terms.orders().size();
    int firstOther = orders + terms.own().size();
    for (int order = 0; order <= orders; order++) {
      BitSet other = (BitSet) here.clone();
      other.clear(0, orders);
      other.set(0, order);
      all.add(other);
    }
    for (int g = orders; g <= groups.size(); g++) {
      BitSet other = (BitSet) here.clone();
      other.flip(g);
      all.add(other);
      for (int h = g + 1; h <= groups.size(); h++) {
        if (g < firstOther && (h < firstOther || h == groups.size())) {
          BitSet both = (BitSet) other.clone();
          both.flip(h);
          all.add(both);
        }
      }
    }
    return all;
  }

  private int[] features(BitSet chosen) {
    return IntStream.range(0, groups.size() + 1)
        .filter(chosen::get)
        .flatMap(
            g ->
                g == groups.size()
                    ? IntStream.of(features.size())
                    : IntStream.range(first[g], first[g + 1]))
        .toArray();
  }

  private Optional<Choice> choice(BitSet chosen) {
    int[] numbers = features(chosen);
    int count = equations.rows();
    if (count < ROWS_A_NUMBER * numbers.length || count == 0) {
      return Optional.empty();
    }
    return equations
        .fit(numbers)
        .filter(fit -> fit.squares() > 0)
        .map(
            fit ->
                new Choice(
                    chosen,
                    fit,
                    count * StrictMath.log(fit.squares() / count)
                        + numbers.length * StrictMath.log(count)));
  }

  /** The equation in the units of the columns. */
  private LinearEquation equation(Choice choice) {
    int[] chosen = features(choice.groups());
    Map<Integer, Map<Integer, Double>> lags = new TreeMap<>();
    add(lags, column, 1, 1);
    int dates = (int) features.stream().filter(each -> each.calendar() >= 0).count();
    double[] ofCalendar = new double[dates];
    double constant = 0;
    boolean asksCalendar = false;
    double unit = rows.deviation(column);
    for (int i = 0; i < chosen.length; i++) {
      double weight = choice.fit().weight(i);
      if (chosen[i] == features.size()) {
        constant += unit * weight;
        continue;
      }
      TermGroup.Feature feature = features.get(chosen[i]);
      if (feature.calendar() >= 0) {
        ofCalendar[feature.calendar()] = unit * weight;
        asksCalendar = true;
      } else {
        add(lags, feature.column(), feature.plus(), weight);
        if (feature.minus() > 0) {
          add(lags, feature.column(), feature.minus(), -weight);
        }
      }
    }
    List<LinearEquation.Lag> all = new ArrayList<>();
    constant += rows.mean(column);
    for (Map.Entry<Integer, Map<Integer, Double>> ofColumn : lags.entrySet()) {
      int other = ofColumn.getKey();
      double ratio = unit / rows.deviation(other);
      for (Map.Entry<Integer, Double> lag : ofColumn.getValue().entrySet()) {
        all.add(new LinearEquation.Lag(other, lag.getKey(), ratio * lag.getValue()));
        constant -= ratio * lag.getValue() * rows.mean(other);
      }
    }
    int count = equations.rows();
    double changes = equations.fit(new int[0]).map(NormalEquations.Fit::squares).orElse(0.0);
    double left = Math.sqrt(choice.fit().squares() / count);
    double deviation = Math.max(left, LEAST_PART * Math.sqrt(changes / count));
    return new LinearEquation(
        constant,
        all,
        asksCalendar ? IntStream.range(0, dates).mapToObj(k -> ofCalendar[k]).toList() : List.of(),
        unit * deviation);
  }

  private static void add(
      Map<Integer, Map<Integer, Double>> lags, int column, int steps, double weight) {
    lags.computeIfAbsent(column, c -> new TreeMap<>()).merge(steps, weight, Double::sum);
  }
}
