package ductus.cluster;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** How a folder is named that machines share: by a path, or by an address on some storage. */
public final class SharedFolder {
  /**
   * A scheme and a path from the root on, such as {@code hdfs://host/folder} or {@code file:/x}. A
   * drive of Windows has one letter; in {@code my:folder} the colon is part of a name.
   */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private SharedFolder() {}

  /** Whether a place is an address, not a path. */
  public static boolean isAddress(String place) {
    return ADDRESS.matcher(place).matches();
  }

  /** A place as executors need it: an address, or a path from the root on. */
  public static String whole(String place) {
    return isAddress(place) ? place : Path.of(place).toAbsolutePath().normalize().toString();
  }
}
