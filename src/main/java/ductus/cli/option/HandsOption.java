package ductus.cli.option;

import ductus.file.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --hands DIR}; to be included with {@code @Mixin}. */
public final class HandsOption {
  @Option(
      names = "--hands",
      paramLabel = "FOLDER",
      description =
          "Where hands that you added are kept; the folder hands among your application data.")
  private @Nullable Path folder;

  /** The folder, absolute. */
  public Path folder() {
    Path given = folder == null ? Home.hands() : folder;
    return given.toAbsolutePath().normalize();
  }
}
