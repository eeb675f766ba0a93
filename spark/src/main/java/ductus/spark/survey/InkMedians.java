package ductus.spark.survey;

import ductus.inspection.ink.InkFigures;
import ductus.inspection.ink.InkMeasure;
import ductus.inspection.ink.InkSurvey;
import ductus.inspection.ink.InkTally;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * The medians of ink: executors sort all values, those of one measure behind those of another, and
 * send the ones in the middle. So nobody holds more of them than it has memory for.
 */
final class InkMedians {
  private InkMedians() {}

  /** A value. */
  private record Measured(InkMeasure measure, double value)
      implements Comparable<Measured>, Serializable {
    private static final long serialVersionUID = 1L;

    static List<Measured> of(InkFigures file) {
      List<Measured> values = new ArrayList<>();
      for (InkFigures.Piece piece : file.pieces()) {
        for (InkMeasure measure : InkMeasure.values()) {
          measure.of(piece).ifPresent(value -> values.add(new Measured(measure, value)));
        }
      }
      return values;
    }

    @Override
    public int compareTo(Measured other) {
      int byMeasure = measure.compareTo(other.measure);
      return byMeasure == 0 ? Double.compare(value, other.value) : byMeasure;
    }
  }

  /**
   * Those that {@link InkSurvey#read} finds.
   *
   * @param counted of the same files
   */
  static Map<InkMeasure, Double> of(JavaRDD<InkFigures> files, InkTally counted) {
    Set<Long> wanted = new HashSet<>();
    long before = 0;
    for (InkMeasure measure : InkMeasure.values()) {
      long count = counted.count(measure);
      if (count > 0) {
        wanted.add(before + count / 2);
      }
      before += count;
    }
    List<Measured> middle =
        files
            .flatMap(file -> Measured.of(file).iterator())
            .sortBy(value -> value, true, files.getNumPartitions())
            .zipWithIndex()
            .filter(value -> wanted.contains(value._2()))
            .map(Tuple2::_1)
            .collect();
    Map<InkMeasure, Double> medians = new EnumMap<>(InkMeasure.class);
    middle.forEach(median -> medians.put(median.measure(), median.value()));
    return medians;
  }
}
