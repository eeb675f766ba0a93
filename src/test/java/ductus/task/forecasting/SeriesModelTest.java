package ductus.task.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.signal.SignalNetwork;
import ductus.series.TimeAxis;
import ductus.series.TimeSeries;
import ductus.series.linear.LinearFit;
import ductus.series.linear.LinearTerms;
import ductus.series.network.ColumnScale;
import ductus.series.network.SeriesConfig;
import ductus.series.network.Widening;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesModelTest {
  private static final TimeSeries SERIES =
      new TimeSeries(
          TimeAxis.rows(12), List.of("a"), new double[] {1, 2, 1, 3, 2, 4, 3, 5, 4, 6, 5, 7});

  private final Path file;

  SeriesModelTest(@TempDir Path folder) {
    file = folder.resolve("model.safetensors");
  }

  private static SeriesConfig config(boolean basis) {
    CoreConfig core = new CoreConfig("gru", 1, 4);
    List<ColumnScale> columns = List.of(ColumnScale.of(SERIES, 0, 12));
    return basis
        ? SeriesConfig.of(core, columns, 2, LinearFit.of(SERIES, 12, 2, LinearTerms.BASIS))
        : new SeriesConfig(core, columns, 2, List.of(), List.of(), Widening.NONE, null);
  }

  private SeriesModel written(SeriesConfig config, int version)
      throws IOException, BadFileException {
    ModelFile.write(
        file,
        new ModelHeader<>(
            SeriesConfig.ENCODING,
            version,
            config,
            new ModelHeader.TrainingSummary("test", "rows", null, 1, 1, 0.5),
            List.of()),
        new SignalNetwork(config.shape()));
    return SeriesModel.find(file.toString());
  }

  @Test
  void aModelOfOldStillForetellsFromTheLastValue() throws IOException, BadFileException {
    SeriesModel model = written(config(false), SeriesConfig.WITHOUT_BASIS);
    assertFalse(
        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("basis"));
    assertEquals(3, model.config().shape().inputs());
    try (Workers workers = new Workers(1)) {
      assertEquals(7, model.forecaster(workers).forecast(SERIES, 1, 1).mean(0, 0), 0.2);
    }
  }

  @Test
  void whatTheLinearForecastSaysIsSaved() throws IOException, BadFileException {
    SeriesConfig config = config(true).withTrust(0.5);
    SeriesModel model = written(config, SeriesConfig.VERSION);
    assertEquals(config, model.config());
    assertEquals(6, model.config().shape().inputs());
  }

  @Test
  void aVersionThatDoesNotFitIsRefused() {
    BadFileException wrong =
        assertThrows(BadFileException.class, () -> written(config(false), SeriesConfig.VERSION));
    assertTrue(wrong.reason().contains("does not fit the encoding series"), wrong.reason());
  }
}
