package ductus.series.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ductus.series.TimeAxis;
import ductus.series.TimeSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearStepTest {
  /** Each value is twice the one before. */
  private static final LinearForecast DOUBLING =
      new LinearForecast(
          List.of(),
          List.of(new LinearEquation(0, List.of(new LinearEquation.Lag(0, 1, 2)), List.of(), 1)));

  private static double[] errors(double... values) {
    return LinearStep.errors(
        DOUBLING, new TimeSeries(TimeAxis.rows(values.length), List.of("a"), values));
  }

  @Test
  void errorsAreDistancesFromWhatTheValueBeforeSays() {
    assertArrayEquals(new double[] {Double.NaN, 0, 1, 2}, errors(1, 2, 5, 8));
  }

  @Test
  void aGapHasNoErrorAndIsBridgedByWhatWasExpectedThere() {
    assertArrayEquals(new double[] {Double.NaN, Double.NaN, 1}, errors(1, Double.NaN, 5));
  }

  @Test
  void aGapAtTheBeginningIsBridgedByTheFirstValueThatThereIs() {
    assertArrayEquals(new double[] {Double.NaN, 3, 1}, errors(Double.NaN, 3, 7));
  }
}
