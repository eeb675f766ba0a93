package ductus.lab.trial;

import ductus.lab.result.Results;
import java.util.List;

/**
 * A classic examination of recurrent networks: a question, and trials that answer it side by side.
 * What it is asked to do stands in {@code ductus/lab/NAME.json}, and in {@code NAME-full.json} for
 * the long run.
 *
 * @param <S> its settings, a record that Gson reads and that checks itself
 */
public interface Examination<S extends Record> {
  /**
   * Something that trials are measured by.
   *
   * @param name column of the table, such as {@code error}
   * @param meaning what it is, with its unit
   * @param decimals that people are shown
   */
  record TrialMetric(String name, String meaning, int decimals) {}

  /** The word that asks for it, such as {@code memory}. */
  String name();

  /** The question that it answers, on one line. */
  String question();

  /** Kind of its settings. */
  Class<S> settings();

  /** Names of what tells its trials apart, such as {@code cell} and {@code lag}. */
  List<String> labels();

  /** What its trials are measured by. */
  List<TrialMetric> measures();

  /**
   * Whether time or memory is measured, so that one trial runs at a time, and the figures differ
   * from run to run.
   */
  default boolean isTimed() {
    return false;
  }

  /**
   * The trials, in the order of the table; the same for the same settings.
   *
   * @throws IllegalArgumentException if the settings name what there is not
   */
  List<Trial> trials(S settings);

  /** An SVG document of what has been found so far, which may be nothing. */
  byte[] picture(S settings, Results results);
}
