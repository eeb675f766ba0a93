package ductus.series.known;

import ductus.series.SeriesFile;
import ductus.series.TimeAxis;
import ductus.series.TimeSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Files of {@link CylinderBellFunnel}, in a folder for each class. */
public final class LabeledShapes {
  private static final int BITS = 32;

  private LabeledShapes() {}

  /**
   * Writes series of the classes in turn.
   *
   * @param folder that is made if it is missing
   * @param count how many in all, 1 or more
   */
  public static void write(Path folder, int count, long seed) throws IOException {
    CylinderBellFunnel.Shape[] shapes = CylinderBellFunnel.Shape.values();
    for (int i = 0; i < count; i++) {
      CylinderBellFunnel.Shape shape = shapes[i % shapes.length];
      Path file =
          Files.createDirectories(folder.resolve(shape.toString()))
              .resolve(String.format(Locale.ROOT, "%s-%05d.csv", shape, i / shapes.length + 1));
      SeriesFile.write(
          file,
          new TimeSeries(
              TimeAxis.rows(CylinderBellFunnel.LENGTH),
              List.of("value"),
              CylinderBellFunnel.of(shape, (seed << BITS) + i)));
    }
  }
}
