package ductus.cli.lab;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run of an examination has come to, for machines.
 *
 * @param run its name
 * @param trials done so far, of those planned, with all seeds
 * @param results of each trial over its seeds; a measure is null where no seed has it
 */
record ExaminationReport(
    String run,
    String examination,
    String folder,
    String table,
    String picture,
    List<Long> seeds,
    int trials,
    int planned,
    List<Row> results) {
  /** A trial over its seeds. */
  record Row(Map<String, String> trial, int seeds, Map<String, @Nullable Figure> figures) {}

  /** A measure over the seeds that have it. */
  record Figure(double mean, double deviation, int seeds) {}
}
