package ductus.cli.option;

import ductus.provenance.FolderNames;
import ductus.provenance.OutputNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --out PATH}; to be included with {@code @Mixin}. */
public final class OutOption {
  @Option(
      names = {"-o", "--out"},
      paramLabel = "PATH",
      order = 91,
      description =
          "With a known file ending a file, else a folder, made if missing. By default a new name"
              + " under generated/. Where one file is made, - is standard output.")
  private @Nullable Path out;

  /** The path that was given. */
  public Optional<Path> path() {
    return Optional.ofNullable(out);
  }

  /**
   * The path that was given, or a new folder for something of this name under generated/.
   *
   * @throws IllegalArgumentException if the path ends as a file does
   */
  public Path folder(String name) throws IOException {
    if (out == null) {
      return OutputNames.newFolder(name);
    }
    FolderNames.require(out, List.of());
    return out;
  }

  /**
   * The path that was given, or a new folder for something of this name under generated/, which is
   * made: to be called once all that can be wrong is known.
   *
   * @throws IllegalArgumentException if the path ends as a file does
   */
  public Path madeFolder(String name) throws IOException {
    return out == null ? OutputNames.makeFolder(name) : folder(name);
  }
}
