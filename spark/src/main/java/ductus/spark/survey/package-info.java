/**
 * What is in a large folder of music or ink, counted by executors: one lists it, all read, pieces
 * that are the same meet in one place, and what was counted is added up. The program that asks
 * holds counts only. Reads folders as {@code corpus} does.
 */
@NullMarked
package ductus.spark.survey;

import org.jspecify.annotations.NullMarked;
