/** Words and figures for people: counts, durations, tables in columns. */
@org.jspecify.annotations.NullMarked
package ductus.format;
