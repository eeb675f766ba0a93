package ductus.cli.pipe;

import ductus.cli.console.ResultWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Calls what was read from a pipe, and what goes into one, by its name, not by that of the file it
 * was put into for a while; says nothing of files that were made.
 */
final class RenamingWriter extends ResultWriter {
  private final Pattern file;
  private final Pattern results;

  /**
   * A writer to another one.
   *
   * @param folder of the file
   * @param results folder of what is made
   */
  RenamingWriter(PrintWriter out, Path folder, Path results) {
    super(out);
    this.file =
        Pattern.compile(Pattern.quote(folder.resolve("standard-input").toString()) + "(\\.\\w+)?");
    this.results = Pattern.compile(Pattern.quote(results.toString()) + "[/\\\\][\\w.-]+");
  }

  @Override
  public void println(String line) {
    if (line.startsWith("ductus: ") || !results.matcher(line).find()) {
      super.println(line);
    }
  }

  @Override
  public void write(String text, int from, int length) {
    String renamed = file.matcher(text.substring(from, from + length)).replaceAll(PipedInput.NAME);
    renamed = results.matcher(renamed).replaceAll(PipedOutput.NAME);
    super.write(renamed, 0, renamed.length());
  }
}
