/**
 * Results as text for people: tables, counts and durations in words, and what the commands print of
 * scores, folders, models and evaluations. May use the floors below {@code cli}, and nothing else
 * of {@code cli}.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.format;
