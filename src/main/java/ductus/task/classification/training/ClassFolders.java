package ductus.task.classification.training;

import ductus.file.BadFileException;
import ductus.task.classification.InputKind;
import ductus.task.classification.subject.InputKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder whose folders may be classes. Nothing tells them from folders of another sense; so it is
 * one more thing that can be learned from, and whoever chooses it knows what the names say.
 */
final class ClassFolders {
  private static final int FEWEST_CLASSES = 2;

  /** One to learn from, one to measure by. */
  private static final long FEWEST_FILES = 2;

  private ClassFolders() {}

  /** The number of files in the classes of a folder; 0 where it has not two that can be learned. */
  static int files(Path folder) throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(folder)) {
      folders = all.filter(Files::isDirectory).filter(each -> !isHidden(each)).toList();
    }
    if (folders.size() < FEWEST_CLASSES) {
      return 0;
    }
    InputKind<?> kind;
    try {
      kind = InputKinds.in(folder);
    } catch (BadFileException nothing) {
      return 0;
    }
    int classes = 0;
    long files = 0;
    for (Path each : folders) {
      long inside = count(each);
      if (inside >= FEWEST_FILES && kind.isIn(each)) {
        classes++;
        files += inside;
      }
    }
    return classes < FEWEST_CLASSES ? 0 : Math.toIntExact(files);
  }

  private static boolean isHidden(Path folder) {
    return String.valueOf(folder.getFileName()).startsWith(".");
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
