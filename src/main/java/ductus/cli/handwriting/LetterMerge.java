package ductus.cli.handwriting;

import ductus.cli.batch.RowOptions;
import ductus.cli.batch.RowRun;
import ductus.cli.batch.RowTable;
import ductus.cli.batch.TableRow;
import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.file.BadFileException;
import ductus.ink.render.PageFormat;
import ductus.task.handwriting.page.NewPages;
import ductus.task.handwriting.page.TextWriting;
import ductus.text.TextTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** Writes a letter for each row of a table. */
final class LetterMerge {
  /** The same without being given, so that a second run goes on where one stopped. */
  private static final long USUAL_SEED = 1;

  private static final String FOLDER = "letters";
  private static final int MOST_LINES_NAMED = 5;

  private static final Set<String> FOR_ALL =
      Set.of("--merge", "--name", "--text", "--to", "--out", "--model", "--hands");

  private final Console console;
  private final TextWriting writing;
  private final RowTable table;
  private final RowOptions options;
  private final OpenedHands hands = new OpenedHands();
  private final Set<String> noticed = new HashSet<>();

  /** Lines of the table by the places that they leave blank. */
  private final Map<String, List<Integer>> blanks = new TreeMap<>();

  private boolean leavesOut;

  LetterMerge(Console console, CommandSpec spec, TextWriting writing, Path list)
      throws BadFileException, IOException {
    this.console = console;
    this.writing = writing;
    table = RowTable.of(list);
    options = RowOptions.dashed(table, spec, FOR_ALL);
  }

  /**
   * Writes all letters.
   *
   * @param all what is asked for of all rows
   * @param source the text with its places
   * @param names of the files, with places
   * @return the exit status
   * @throws BadFileException if the text or the table cannot be used at all
   */
  int run(WriteCommand all, TextSource source, String names) throws BadFileException, IOException {
    TextTemplate text = template(source);
    RowRun run = new RowRun(console, table, names);
    List<PageFormat> formats = all.formats();
    long seed = all.seedOr(USUAL_SEED);
    int status =
        run.run(
            FOLDER,
            seed,
            all.folder(FOLDER),
            (row, stem) -> write(all, text, row, row.seed(seed), formats, stem));
    blanks.forEach(
        (name, lines) ->
            console.say(
                String.format(
                    Locale.ROOT,
                    "{%s} is empty in %d of %d rows (line %s%s)",
                    name,
                    lines.size(),
                    table.rows(),
                    String.join(
                        ", ", lines.stream().limit(MOST_LINES_NAMED).map(String::valueOf).toList()),
                    lines.size() > MOST_LINES_NAMED ? ", ..." : "")));
    return status == ExitStatus.DONE && leavesOut ? ExitStatus.LEFT_OUT : status;
  }

  private TextTemplate template(TextSource source) throws BadFileException {
    try {
      TextTemplate text = TextTemplate.parse(source.text());
      table.requireColumns(text);
      return text;
    } catch (IllegalArgumentException wrong) {
      if (source.file().isPresent()) {
        throw new BadFileException(source.file().get(), String.valueOf(wrong.getMessage()));
      }
      throw wrong;
    }
  }

  private List<Path> write(
      WriteCommand all,
      TextTemplate text,
      TableRow row,
      long seed,
      List<PageFormat> formats,
      Path stem)
      throws BadFileException, IOException {
    String filled = table.filled(text, row);
    if (filled.isBlank()) {
      throw new IllegalArgumentException("there is nothing to write: its values are empty");
    }
    table
        .blank(text, row)
        .forEach(name -> blanks.computeIfAbsent(name, any -> new ArrayList<>()).add(row.line()));
    WriteCommand asked = options.areNone() ? all : options.command(row, WriteCommand::new);
    long chance = options.gives(row, "--seed") ? asked.seedOr(seed) : seed;
    LetterOrder order = asked.order(TextSource.of(filled), hands, chance, formats);
    order.notices(notice -> once(notice, true), notice -> once(notice, false));
    leavesOut |= order.leavesOut();
    if (writing.isThere(order.model(), order.request(), formats, stem)) {
      return List.of();
    }
    NewPages pages = writing.write(order.model(), order.given(), order.request(), formats, stem);
    pages.report().warnings().forEach(warning -> console.warn(stem + ": " + warning));
    return pages.files();
  }

  private void once(String notice, boolean warning) {
    if (noticed.add(notice)) {
      if (warning) {
        console.warn(notice);
      } else {
        console.say(notice);
      }
    }
  }
}
