package ductus.cli.usage;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path. An empty one, such as of a variable that is not set, would be where one is. */
public final class PathArgument implements ITypeConverter<Path> {
  @Override
  public Path convert(String value) {
    if (value.isEmpty()) {
      throw new TypeConversionException("must name a file or a folder but is empty");
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException impossible) {
      throw new TypeConversionException(
          "must be a path that this system knows but was " + value.replaceAll("\\p{Cntrl}", "?"));
    }
  }
}
