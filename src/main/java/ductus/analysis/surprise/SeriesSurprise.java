package ductus.analysis.surprise;

import ductus.analysis.surprise.Surprise.ScoredPart;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.picture.Palette;
import ductus.series.SeriesPlot;
import ductus.series.TimeSeries;
import ductus.series.network.SeriesScorer;
import ductus.task.forecasting.SeriesModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A reader that finds which rows of a series are odd. */
public final class SeriesSurprise implements SurpriseReader {
  private static final String MARK = "#d07c1f";

  /** Surprises beyond so many times the limit are drawn no higher, or the others would be flat. */
  private static final double HIGHEST = 10;

  private final SeriesModel model;
  private final Workers workers = new Workers(1);
  private final SeriesScorer scorer;

  /** Creates a reader with a model of series. */
  public SeriesSurprise(SeriesModel model) {
    this.model = model;
    scorer = new SeriesScorer(model.file().network(), model.config(), KernelChoice.best(), workers);
  }

  @Override
  public String part() {
    return "row";
  }

  @Override
  public List<Double> known() {
    return model.config().surprises();
  }

  @Override
  public List<Double> sound(Path path) throws BadFileException, IOException {
    return Arrays.stream(scorer.nats(model.read(path), Double.POSITIVE_INFINITY))
        .filter(Double::isFinite)
        .boxed()
        .toList();
  }

  @Override
  public Surprise read(Path file, Optional<AnomalyThreshold> alarm)
      throws BadFileException, IOException {
    TimeSeries series = model.read(file);
    double[] nats =
        scorer.nats(series, alarm.map(AnomalyThreshold::limit).orElse(Double.POSITIVE_INFINITY));
    List<ScoredPart> parts = new ArrayList<>();
    for (int t = 0; t < nats.length; t++) {
      parts.add(new ScoredPart(series.times().label(t), nats[t]));
    }
    String title = "What is odd in " + file.getFileName();
    double highest = alarm.map(each -> HIGHEST * Math.max(1, each.limit())).orElse(Double.NaN);
    double[] drawn = Arrays.stream(nats).map(each -> each > highest ? highest : each).toArray();
    return new Surprise("", parts, odd -> picture(title, series, drawn, odd));
  }

  @Override
  public Optional<KnownFaults> faults(Path file, String column)
      throws BadFileException, IOException {
    return Optional.of(KnownFaults.read(file, column, model));
  }

  private static byte[] picture(String title, TimeSeries series, double[] nats, Set<Integer> odd) {
    int columns = series.columns().size();
    SeriesPlot plot =
        new SeriesPlot(
            title,
            String.format(
                Locale.ROOT, "%d of %d rows are odd, and shaded", odd.size(), nats.length),
            columns + 1,
            series.times(),
            0,
            nats.length);
    for (int c = 0; c <= columns; c++) {
      int column = c;
      boolean surprise = c == columns;
      plot.begin(
          c,
          surprise ? "surprise, nats; the highest are cut" : series.columns().get(c),
          List.of(t -> surprise ? nats[t] : series.value(t, column)));
      for (int from = 0; from < nats.length; from++) {
        int to = from;
        while (odd.contains(to)) {
          to++;
        }
        if (to > from) {
          plot.shade(from, to, MARK);
          from = to;
        }
      }
      plot.line(
          t -> surprise ? nats[t] : series.value(t, column), Palette.series(surprise ? 3 : 0), 1.3);
    }
    return plot.bytes();
  }

  @Override
  public void close() {
    workers.close();
  }
}
