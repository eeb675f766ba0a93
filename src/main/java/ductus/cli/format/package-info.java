/**
 * Results as text for people: tables, counts and durations in words, and what the commands print of
 * scores, ink, folders, models and evaluations.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.format;
