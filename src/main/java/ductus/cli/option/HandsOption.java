package ductus.cli.option;

import ductus.file.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --hands DIR}; to be included with {@code @Mixin}. */
public final class HandsOption {
  @Option(
      names = "--hands",
      paramLabel = "FOLDER",
      description =
          "Where hands that you added are kept; the folder hands among your application data.")
  void setFolder(Path wanted) {
    if (Files.isRegularFile(wanted)) {
      throw new ParameterException(
          spec.commandLine(), "--hands must be a folder but %s is a file".formatted(wanted));
    }
    folder = wanted;
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private @Nullable Path folder;

  /** The folder, absolute. */
  public Path folder() {
    Path given = folder == null ? Home.hands() : folder;
    return given.toAbsolutePath().normalize();
  }
}
