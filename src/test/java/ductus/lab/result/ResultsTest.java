package ductus.lab.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results.Result;
import ductus.lab.result.Results.Summary;
import ductus.math.Spread;
import ductus.picture.chart.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final List<String> LSTM = List.of("lstm");

  private static Result result(long seed, double figure, Double... curve) {
    List<Double> x = List.of(10.0, 20.0, 30.0).subList(0, curve.length);
    return new Result(
        LSTM, seed, new Outcome(List.of(figure), List.of(new Curve("loss", x, List.of(curve)))));
  }

  private final Results results =
      new Results(
          List.of(result(1, 2, 1.0, 4.0, 5.0), result(2, 4, 3.0, 8.0), result(3, Double.NaN)));

  @Test
  void summarizesOverSeedsWhatIsANumber() {
    Summary summary = results.summaries().get(0);
    assertEquals(3, summary.seeds());
    assertEquals(2, summary.figures().get(0).count());
    assertEquals(3, summary.figures().get(0).mean());
    assertEquals(Math.sqrt(2), summary.figures().get(0).deviation(), 1e-12);
  }

  @Test
  void aSingleValueHasNoSpread() {
    assertEquals(new Spread(1, 7, 0), Spread.of(List.of(7.0)));
    assertTrue(Double.isNaN(Spread.of(List.of()).mean()));
  }

  @Test
  void averagesCurvesAsFarAsTheyGo() {
    Series mean = results.mean(LSTM, "loss", "a line");
    assertEquals("a line", mean.name());
    assertEquals(List.of(10.0, 20.0, 30.0), mean.x());
    assertEquals(List.of(2.0, 6.0, 5.0), mean.y());
    assertEquals(0, mean.spread().get(2));
    assertEquals(List.of(), results.mean(List.of("gru"), "loss", "none").x());
  }

  @Test
  void knowsWhatHasRun() {
    assertTrue(results.has(LSTM, 3));
    assertFalse(results.has(LSTM, 4));
    assertFalse(results.has(List.of("gru"), 1));
    assertTrue(results.figure(List.of("gru"), 0).isEmpty());
    assertEquals(3, results.figure(LSTM, 0).orElseThrow().mean());
  }
}
