package ductus.cli.console;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import ductus.corpus.LeftOut;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.plain.EjmlKernels;
import ductus.task.Report;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a command prints: results to standard output, messages and progress to standard error.
 *
 * <p>With {@code --json} standard output gets one JSON object and nothing else; {@code --quiet}
 * silences {@link #say} and progress. Threads may share a console.
 */
public final class Console {
  /** Result as text for people, or as JSON. */
  public enum Results {
    TEXT,
    JSON
  }

  /** How much is said on the way. */
  public enum Verbosity {
    QUIET,
    NORMAL,
    VERBOSE
  }

  private static final int MOST_LEFT_OUT_LINES = 20;
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .serializeSpecialFloatingPointValues()
          .registerTypeHierarchyAdapter(
              Path.class,
              (JsonSerializer<Path>) (path, type, gson) -> new JsonPrimitive(path.toString()))
          .create();

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private final Results results;
  private final Verbosity talk;
  private boolean barShown;
  private long lastLine = System.nanoTime();

  /**
   * A console.
   *
   * @param terminal whether {@code err} is a terminal that can rewrite a line
   */
  public Console(
      PrintWriter out, PrintWriter err, boolean terminal, Results results, Verbosity talk) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.results = results;
    this.talk = talk;
  }

  /** Whether the result is to be JSON. */
  boolean isJson() {
    return results == Results.JSON;
  }

  /** Whether the user wants to hear more. */
  public boolean isVerbose() {
    return talk == Verbosity.VERBOSE;
  }

  /** Prints a part of the result for people; nothing with {@code --json}. */
  public synchronized void print(String text) {
    if (!isJson()) {
      hideBar();
      out.println(text);
      out.flush();
    }
  }

  /**
   * Prints the result for machines; nothing without {@code --json}. To be called once.
   *
   * @param parts records, maps or Gson elements that together become one JSON object
   */
  public synchronized void printJson(Object... parts) {
    if (isJson()) {
      hideBar();
      JsonObject result = new JsonObject();
      for (Object part : parts) {
        GSON.toJsonTree(part)
            .getAsJsonObject()
            .entrySet()
            .forEach(field -> result.add(field.getKey(), field.getValue()));
      }
      out.println(json(result));
      out.flush();
    }
  }

  /** A value as JSON for programs. */
  static String json(Object value) {
    return GSON.toJson(value);
  }

  /** Tells people what came of a command, its warnings first; nothing is for programs. */
  public void tell(Report report) {
    report.warnings().forEach(this::warn);
    if (!report.text().isEmpty()) {
      print(report.text());
    }
    report.notes().forEach(this::say);
  }

  /** Prints what came of a command, for people or for programs. To be called once. */
  public void report(Report report) {
    tell(report);
    printJson(report.json());
  }

  /** A message on the way; silenced by {@code --quiet}. */
  public synchronized void say(String message) {
    if (talk != Verbosity.QUIET) {
      line(message);
    }
  }

  /** Says, where it is so, that the fast kernels do not compute, and why. */
  public void noticeOfKernels(Kernels kernels) {
    if (kernels instanceof EjmlKernels) {
      say(KernelChoice.grounds().notice());
    }
  }

  /** Something that went wrong but did not end the command; never silenced. */
  public synchronized void warn(String message) {
    line("ductus: " + message);
  }

  /**
   * Names the inputs that were left out, at most {@value #MOST_LEFT_OUT_LINES} of them without
   * {@code --verbose}.
   *
   * @return {@link ExitStatus#LEFT_OUT} if there are any, else {@link ExitStatus#DONE}
   */
  public int warnOfLeftOut(List<LeftOut> leftOut) {
    return warnOfLeftOut(leftOut, leftOut.size());
  }

  /**
   * Warns of what was left out where not all of it is known.
   *
   * @param first of them, with paths and reasons; all of them with {@code --verbose}
   * @param all so many were left out
   */
  public int warnOfLeftOut(List<?> first, long all) {
    int shown = isVerbose() ? first.size() : Math.min(first.size(), MOST_LEFT_OUT_LINES);
    first.subList(0, shown).forEach(each -> warn("left out " + each));
    if (shown < all) {
      warn("... and " + (all - shown) + " more; --verbose names all");
    }
    return all == 0 ? ExitStatus.DONE : ExitStatus.LEFT_OUT;
  }

  /** Inputs that are named at most; all are in JSON and with {@code --verbose}. */
  public int mostNamed() {
    return isVerbose() || isJson() ? Integer.MAX_VALUE : MOST_LEFT_OUT_LINES;
  }

  /**
   * Names the first inputs that were left out.
   *
   * @param first of them, with paths and reasons
   * @param all so many were left out
   * @param file that names all of them
   * @return {@link ExitStatus#LEFT_OUT} if there are any, else {@link ExitStatus#DONE}
   */
  public int warnOfLeftOut(List<?> first, long all, String file) {
    first.forEach(each -> warn("left out " + each));
    if (first.size() < all) {
      warn("... and " + (all - first.size()) + " more; " + file + " names all");
    }
    return all == 0 ? ExitStatus.DONE : ExitStatus.LEFT_OUT;
  }

  /**
   * Begins to show how far a task is.
   *
   * @param task a word or two, such as {@code Reading}
   */
  public Progress progress(String task) {
    return new Progress(this, task);
  }

  /** Whether progress is to be shown at all. */
  boolean showsProgress() {
    return talk != Verbosity.QUIET;
  }

  /** Whether progress can be a line that is rewritten. */
  boolean isTerminal() {
    return terminal;
  }

  /** Puts a progress bar in place of the one before it. */
  synchronized void showBar(String bar) {
    err.print(CLEAR_LINE + bar);
    err.flush();
    barShown = true;
  }

  /** Takes the progress bar away. */
  synchronized void hideBar() {
    if (barShown) {
      err.print(CLEAR_LINE);
      err.flush();
      barShown = false;
    }
  }

  /** Time since the last message, or the beginning, nanoseconds. */
  synchronized long silence() {
    return System.nanoTime() - lastLine;
  }

  private void line(String message) {
    lastLine = System.nanoTime();
    hideBar();
    err.println(message);
    err.flush();
  }
}
