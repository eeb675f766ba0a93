package ductus.cli.batch;

import ductus.cli.console.Console;
import ductus.cli.console.ErrorMessages;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.StopSignal;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.provenance.FileNames;
import ductus.text.TextTemplate;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ParameterException;

/**
 * Makes something of each row of a table, in one folder. A row that cannot be made is named and
 * left out; one whose files are there already is passed over, so a second run goes on where one
 * stopped.
 */
public final class RowRun {
  private final Console console;
  private final RowTable table;
  private final TextTemplate names;

  /** What makes something of a row. */
  public interface Maker {
    /**
     * Makes it.
     *
     * @param stem of its files, without an ending
     * @return the files; none if they are there already
     */
    List<Path> make(TableRow row, Path stem) throws BadFileException, IOException;
  }

  /**
   * What came of a row.
   *
   * @param line of the table that it begins in
   * @param files that are new; none if all are there already
   */
  public record MadeRow(int row, int line, Path stem, List<Path> files) {
    public MadeRow {
      files = List.copyOf(files);
    }
  }

  /** What came of all rows. */
  record Result(
      long seed,
      Path folder,
      int made,
      int there,
      boolean stopped,
      List<MadeRow> rows,
      List<LeftOut> leftOut) {}

  /**
   * Creates a run.
   *
   * @param names of the files, for each row; by their numbers where it is empty
   * @throws IllegalArgumentException if the names have a place for a column that is not there
   */
  public RowRun(Console console, RowTable table, String names) {
    this.console = console;
    this.table = table;
    try {
      this.names = TextTemplate.parse(names.isEmpty() ? "{" + RowTable.NUMBER + "}" : names);
      table.requireColumns(this.names);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("--name: " + wrong.getMessage(), wrong);
    }
  }

  /**
   * Goes through the rows.
   *
   * @param what is made, such as {@code letters}
   * @param seed of all rows
   * @return the exit status
   */
  public int run(String what, long seed, Path folder, Maker maker)
      throws BadFileException, IOException {
    FolderLock lock = FolderLock.of(folder);
    try {
      return make(what, seed, folder, maker);
    } finally {
      lock.close();
    }
  }

  private int make(String what, long seed, Path folder, Maker maker)
      throws BadFileException, IOException {
    console.say("Seed " + seed);
    List<MadeRow> rows = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    FileNames free = new FileNames();
    boolean stopped;
    try (StopSignal stop = new StopSignal();
        Progress progress = console.progress("Making " + what)) {
      table.forEach(
          row -> {
            if (stop.isGiven()) {
              return false;
            }
            // Rows that are left out have names, too: those behind keep theirs when they are
            // mended.
            Path stem = folder.resolve(free.next(table.filled(names, row)));
            try {
              table.requireWhole(row);
              rows.add(new MadeRow(row.number(), row.line(), stem, maker.make(row, stem)));
            } catch (BadFileException
                | ParameterException
                | IllegalArgumentException
                | FileAlreadyExistsException
                | NoSuchFileException bad) {
              requireUsers(bad);
              leftOut.add(
                  new LeftOut(
                      table.path(), "line " + row.line() + ": " + ErrorMessages.words(bad)));
            }
            progress.reach(row.number(), table.rows());
            return true;
          });
      stopped = stop.isGiven();
    }
    int there = (int) rows.stream().filter(row -> row.files().isEmpty()).count();
    int made = rows.size() - there;
    if (stopped) {
      console.say(
          "Stopped; what is there is whole: the same command with --out " + folder + " goes on");
    }
    console.print(
        String.format(
            Locale.ROOT,
            "%d new %s in %s%s",
            made,
            what,
            folder,
            there == 0 ? "" : String.format(Locale.ROOT, ", %d were there already", there)));
    int status = console.warnOfLeftOut(leftOut);
    console.printJson(new Result(seed, folder, made, there, stopped, rows, leftOut));
    return rows.isEmpty() && !leftOut.isEmpty() ? ExitStatus.FAILED : status;
  }

  /** Subclasses that the JDK throws, such as for numbers, are mistakes of ours. */
  private static void requireUsers(Exception bad) {
    if (bad instanceof IllegalArgumentException wrong
        && wrong.getClass() != IllegalArgumentException.class) {
      throw wrong;
    }
  }
}
