package ductus.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Names of files that a file says, which may have come from anybody: checked before a path is made
 * of them, so that none leads out of the folder that it is for.
 */
public final class SavedName {
  private SavedName() {}

  /**
   * Checks the name of a file in a folder, or the end of one.
   *
   * @param what the name is of, such as {@code shard}, for complaints
   * @throws IllegalArgumentException if it leads to another folder
   */
  public static void requirePlain(String what, String name) {
    requireBelow(what, name);
    if (name.indexOf('/') >= 0) {
      throw refused(what, name);
    }
  }

  /**
   * Checks a path below a folder, its parts divided by {@code /}; an empty one is the folder.
   *
   * @param what the path is of, for complaints
   * @throws IllegalArgumentException if it is absolute, or leads upwards
   */
  public static void requireBelow(String what, String path) {
    boolean absolute =
        path.startsWith("/") || path.indexOf('\\') >= 0 || path.matches("[A-Za-z]:.*");
    if (absolute || path.indexOf('\0') >= 0 || List.of(path.split("/", -1)).contains("..")) {
      throw refused(what, path);
    }
  }

  /**
   * Whether a path that is below a folder by its names is so, too, where links in it are followed,
   * as far as it is there. The folder itself may be a link.
   */
  public static boolean isBelow(Path folder, Path path) throws IOException {
    Path there = path;
    while (!there.equals(folder) && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = Objects.requireNonNull(there.getParent(), "a path below the folder");
    }
    try {
      return there.equals(folder) || there.toRealPath().startsWith(folder.toRealPath());
    } catch (NoSuchFileException leadsNowhere) {
      return false;
    }
  }

  private static IllegalArgumentException refused(String what, String name) {
    return new IllegalArgumentException(
        "%s must stay in its folder but is %s".formatted(what, name.replaceAll("\\p{Cntrl}", "?")));
  }
}
