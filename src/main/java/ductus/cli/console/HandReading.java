package ductus.cli.console;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads folders of hands, and says what was borrowed and what was left out. */
public final class HandReading {
  private HandReading() {}

  /**
   * What was read.
   *
   * @param status {@link ExitStatus#LEFT_OUT} if a file was left out
   */
  public record Read(HandFolder folder, int status) {}

  /** Reads them. */
  public static Read read(List<Path> folders, Console console)
      throws BadFileException, IOException {
    HandFolder folder = HandFolder.read(folders);
    if (console.isVerbose()) {
      folder
          .borrowed()
          .forEach(
              (hand, marks) ->
                  console.say(
                      String.format(
                          Locale.ROOT, "%s borrows %d marks of other hands", hand, marks.size())));
    }
    return new Read(folder, console.warnOfLeftOut(folder.leftOut()));
  }
}
