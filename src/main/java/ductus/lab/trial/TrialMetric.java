package ductus.lab.trial;

/**
 * Something that trials are measured by.
 *
 * @param name column of the table, such as {@code error}
 * @param meaning what it is, with its unit
 * @param decimals that people are shown
 */
public record TrialMetric(String name, String meaning, int decimals) {}
