package ductus.inspection;

import ductus.file.BadFileException;
import ductus.model.CoreConfig;
import ductus.model.ModelHeader;
import ductus.model.place.FoundModel;
import ductus.series.network.ColumnScale;
import ductus.task.forecasting.SeriesModel;
import java.util.List;

/**
 * What a model of series says of itself.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param core its layers
 * @param columns that it foretells
 * @param season steps until its series repeats itself; 0 where it does not
 * @param parameters how many numbers were learnt
 * @param training how
 * @param tensors the weights, in the order of the file
 */
public record SeriesModelReport(
    String name,
    String sha256,
    CoreConfig core,
    List<ColumnScale> columns,
    int season,
    long parameters,
    ModelHeader.TrainingSummary training,
    List<ModelReport.Tensor> tensors) {
  public SeriesModelReport {
    columns = List.copyOf(columns);
    tensors = List.copyOf(tensors);
  }

  /** Looks at a model. */
  public static SeriesModelReport of(FoundModel found) throws BadFileException {
    SeriesModel model = SeriesModel.of(found);
    return new SeriesModelReport(
        found.place().name(),
        found.sha256(),
        model.config().core(),
        model.config().columns(),
        model.config().season(),
        model.file().network().size(),
        model.file().header().training(),
        model.file().network().parameters().stream().map(ModelReport.Tensor::of).toList());
  }
}
