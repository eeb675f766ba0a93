package ductus.analysis.surprise;

import ductus.file.BadFileException;
import ductus.ink.encoding.PenEncoding;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelCatalog;
import ductus.series.network.SeriesConfig;
import ductus.task.forecasting.SeriesModel;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.music.model.MusicModels;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a reader for a model. */
public final class SurpriseReaders {
  private static final List<String> SHIPPED =
      Stream.concat(ModelCatalog.SHIPPED.stream(), Stream.of(HandModel.SHIPPED)).toList();

  private SurpriseReaders() {}

  /**
   * What is said of ink.
   *
   * @param hand that it is in; null for whichever fits
   * @param text that it says; null to go by the file, or else to read it
   */
  public record Ink(@Nullable String hand, @Nullable String text) {
    boolean saysSomething() {
      return hand != null || text != null;
    }
  }

  /**
   * Opens a model.
   *
   * @param nameOrPath a shipped name, a model file, or a run's folder
   * @param threads for reading files
   * @throws IllegalArgumentException if what is said of ink does not fit the model
   */
  public static SurpriseReader open(String nameOrPath, Ink ink, int threads)
      throws BadFileException, IOException {
    FoundModel found = FoundModel.find(nameOrPath, SHIPPED);
    if (found.encoding().equals(PenEncoding.NAME)) {
      HandModel model = HandModel.of(found);
      if (model.network().window().isEmpty()) {
        throw new BadFileException(found.path(), "must be a model that writes texts but scribbles");
      }
      return new InkSurprise(model, ink.hand(), ink.text());
    }
    if (ink.saysSomething()) {
      throw new IllegalArgumentException(
          "hand and text go with models that write, not with one of " + found.encoding());
    }
    return found.encoding().equals(SeriesConfig.ENCODING)
        ? new SeriesSurprise(SeriesModel.of(found))
        : new TuneSurprise<>(MusicModels.open(found), threads);
  }
}
