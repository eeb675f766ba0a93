package ductus.task.classification;

import java.nio.file.Path;

/** The classes that are said by the names of folders. */
public final class FolderLabels {
  private FolderLabels() {}

  /**
   * The class of a file: the name of the folder right within the whole that it lies in.
   *
   * @param whole folder that was asked for
   * @throws IllegalArgumentException if it lies in none
   */
  public static String of(Path whole, Path file) {
    Path within = whole.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize());
    if (within.getNameCount() < 2) {
      throw new IllegalArgumentException(
          "lies in no folder of a class: each class must have a folder of its own");
    }
    return within.getName(0).toString();
  }
}
