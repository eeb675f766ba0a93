package ductus.cli.option;

import ductus.workbench.drawing.HandModel;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --model MODEL} of hands; to be included with {@code @Mixin}. */
public final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "A model file or a training run's folder, in place of the one that ships.")
  private String model = HandModel.SHIPPED;

  /** Its name, or its absolute path, so that a sidecar is of use from elsewhere. */
  public String given() {
    Path path = Path.of(model);
    return Files.exists(path) ? path.toAbsolutePath().normalize().toString() : model;
  }
}
