package ductus.cli.misuse;

import java.nio.file.Path;

/**
 * A wrong use of a command.
 *
 * @param status exit status
 * @param command what is typed behind {@code ductus}; before it may stand {@code DUCTUS_OPTIONS}
 *     and {@code DUCTUS_CONFIG} of the environment, as for a shell
 * @param line what is said to it behind {@code ductus: }
 */
record WrongUse(int status, String command, String line) {
  private static final String FOLDER = "FOLDER";

  /** Reads a row of a table. */
  static WrongUse parse(String row) {
    String[] cells = row.split("\t", -1);
    if (cells.length != 3) {
      throw new IllegalArgumentException("there must be three columns in: " + row);
    }
    return new WrongUse(Integer.parseInt(cells[0]), cells[1], cells[2]);
  }

  /** The row of a table. */
  String row() {
    return status + "\t" + command + "\t" + line;
  }

  /** Whether it is the user's settings that are wrong. */
  boolean isOfSettings() {
    return command.startsWith("DUCTUS_");
  }

  /** The command in a folder. */
  String in(Path folder) {
    return command.replace(FOLDER, folder.toString());
  }

  /** This use, with what was said to it in a folder. */
  WrongUse answered(int answer, String said, Path folder) {
    String line = said.replace(folder.toString(), FOLDER);
    int cores = Runtime.getRuntime().availableProcessors();
    String threads = "--threads must be 1 to ";
    return new WrongUse(answer, command, line.replace(threads + cores, threads + "CORES"));
  }
}
