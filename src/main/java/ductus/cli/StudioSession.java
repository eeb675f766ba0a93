package ductus.cli;

import ductus.cli.console.Browser;
import ductus.cli.console.Console;
import ductus.cli.console.StopSignal;
import ductus.studio.Studio;
import ductus.studio.entry.EntryFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A studio while it serves: opened in the browser, and its address at hand, until it ends. */
final class StudioSession {
  private static final int LOOK_MILLIS = 200;

  /** As long as a browser may take to start; the file that leads it is gone then. */
  private static final Duration OPENING = Duration.ofMinutes(1);

  private final Studio studio;
  private final Console console;

  StudioSession(Studio studio, Console console) {
    this.studio = studio;
    this.console = console;
  }

  /** Goes on until the user ends it, here or in the page. */
  void run(boolean inBrowser, StopSignal stop) throws IOException, InterruptedException {
    String printed = studio.address();
    console.print(printed);
    console.printJson(Map.of("address", printed));
    String opened = studio.address();
    try (EntryFile file = studio.entryFile(opened)) {
      if (inBrowser && !Browser.open(file.path())) {
        console.say("No browser could be opened: open this address in one");
      }
      console.say("Ctrl-C stops");
      long end = System.nanoTime() + OPENING.toNanos();
      while (!stop.isGiven() && !studio.awaitQuit(LOOK_MILLIS)) {
        if (!studio.isGood(opened) || System.nanoTime() > end) {
          file.remove();
        }
        if (!studio.isGood(printed)) {
          printed = studio.address();
          console.say("That address is used up; for another browser: " + printed);
        }
      }
    }
  }
}
