package ductus.studio.collection;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.file.SavedName;
import ductus.provenance.OutputNames;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Moves the files of one stem, all or none: a note says what is under way, so that whoever comes
 * after a studio that was killed brings it to its end.
 *
 * @param file the note, which is there only meanwhile
 */
record MoveNote(Workspace workspace, Path file) {
  /**
   * A move that is under way.
   *
   * @param from stem, as the workspace calls it
   * @param to stem
   * @param endings of the files, in their order
   */
  private record Noted(String from, String to, List<String> endings) {
    Noted {
      endings.forEach(ending -> SavedName.requirePlain("ending", ending));
    }
  }

  /** Moves files; where one cannot be moved, all are where they were. */
  void move(Path from, Path to, List<String> endings) throws IOException {
    finish();
    JsonFile.write(file, new Noted(workspace.name(from), workspace.name(to), endings));
    try {
      moveAll(from, to, endings);
    } catch (IOException failed) {
      moveBack(to, from, endings, failed);
      throw failed;
    }
    Files.delete(file);
  }

  /** Ends the move that a studio which was killed had begun. */
  void finish() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try {
      Noted noted = JsonFile.read(file, Noted.class, "a note of a move");
      moveAll(workspace.inside(noted.from()), workspace.inside(noted.to()), noted.endings());
    } catch (BadFileException | RequestException notOurs) {
      // Nothing that this studio wrote: there is nothing to end.
      Files.delete(file);
      return;
    }
    Files.delete(file);
  }

  private static void moveAll(Path from, Path to, List<String> endings) throws IOException {
    for (String ending : endings) {
      Path source = OutputNames.path(from, ending);
      Path target = OutputNames.path(to, ending);
      if (Files.exists(source) && !Files.exists(target)) {
        Files.move(source, target);
      }
    }
  }

  /** Where that fails, too, the note stays, and the move is ended later. */
  private void moveBack(Path to, Path from, List<String> endings, IOException why) {
    try {
      moveAll(to, from, endings);
      Files.delete(file);
    } catch (IOException later) {
      why.addSuppressed(later);
    }
  }
}
