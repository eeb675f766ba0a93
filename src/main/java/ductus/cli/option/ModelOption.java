package ductus.cli.option;

import ductus.file.BadFileException;
import ductus.model.place.ModelPlace;
import ductus.task.handwriting.synthesis.HandModel;
import picocli.CommandLine.Option;

/** {@code --model MODEL} of hands; to be included with {@code @Mixin}. */
public final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "A model file or a training run's folder, in place of those that ship.")
  private String model = HandModel.SHIPPED;

  /**
   * The name of the model, or its absolute path, so that a sidecar is of use from elsewhere.
   *
   * @throws BadFileException if there is none
   */
  public String given() throws BadFileException {
    return ModelPlace.find(model, HandModel.ALL_SHIPPED).lastingName();
  }
}
