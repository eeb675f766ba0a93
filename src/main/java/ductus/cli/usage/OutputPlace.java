package ductus.cli.usage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Where a command is to write: what is wrong with it is said before the work, not after it. */
public final class OutputPlace {
  private static final String OUT = "--out";

  private OutputPlace() {}

  /**
   * Checks the place that {@code --out} names; a place that is no path is left to the command.
   *
   * @param parsed result of the command that is to run
   * @throws ParameterException if it is a file that the command reads
   * @throws IOException if nothing can be made there
   */
  public static void check(ParseResult parsed) throws IOException {
    OptionSpec option = parsed.matchedOption(OUT);
    if (option == null || !(option.getValue() instanceof Path out)) {
      return;
    }
    for (Path read : read(parsed).toList()) {
      if (Files.isRegularFile(read) && Files.exists(out) && Files.isSameFile(read, out)) {
        throw new ParameterException(
            parsed.commandSpec().commandLine(),
            "--out must be another file than the one that is read but was " + out);
      }
    }
    @Nullable Path place = out.toAbsolutePath();
    while (place != null && !Files.exists(place)) {
      place = place.getParent();
      if (place != null && Files.isRegularFile(place)) {
        throw new NotDirectoryException(place.toString());
      }
    }
    if (place != null && Files.isDirectory(place) && !Files.isWritable(place)) {
      if (Files.getFileStore(place).isReadOnly()) {
        throw new FileSystemException(place.toString(), null, "Read-only file system");
      }
      throw new AccessDeniedException(place.toString());
    }
  }

  /** The paths among the arguments. */
  private static Stream<Path> read(ParseResult parsed) {
    return parsed.matchedPositionals().stream()
        .map(ArgSpec::<Object>getValue)
        .flatMap(value -> value instanceof List<?> several ? several.stream() : Stream.of(value))
        .filter(Path.class::isInstance)
        .map(Path.class::cast);
  }
}
