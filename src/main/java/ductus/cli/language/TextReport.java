package ductus.cli.language;

import ductus.cli.console.Console;
import ductus.task.language.TextGeneration;

/** Prints a text that was made, and where it is. */
public final class TextReport {
  private TextReport() {}

  private record Result(String text, long seed, String file, String provenance) {}

  /** Prints it. */
  public static void print(TextGeneration.Written written, Console console) {
    console.print(written.text().stripTrailing());
    console.say("Wrote " + written.file());
    console.say("Wrote " + written.sidecar());
    console.printJson(
        new Result(
            written.text(),
            written.seed(),
            written.file().toString(),
            written.sidecar().toString()));
  }
}
