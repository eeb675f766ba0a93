package ductus.run;

import ductus.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The file {@code control} in a run's folder, by which others tell a training process what to do:
 * it holds {@code pause} or {@code stop}, or is missing. A run that was stopped, in whichever way,
 * leaves {@code stop} in it; the next one takes it away.
 *
 * @param file it
 */
public record RunControl(Path file) {
  /** A request to a run. */
  public enum Request {
    /** Nothing: it trains. */
    GO_ON,
    /** Wait until another wish comes. */
    PAUSE,
    /** Save its place and end, as at Ctrl-C. */
    STOP
  }

  /** The control of the run in a folder. */
  public static RunControl of(Path run) {
    return new RunControl(run.resolve("control"));
  }

  /** The request that the file holds; words that are none ask for nothing. */
  public Request wish() throws IOException {
    String word;
    try {
      word = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    } catch (NoSuchFileException nothing) {
      return Request.GO_ON;
    }
    for (Request wish : Request.values()) {
      if (word.equals(word(wish))) {
        return wish;
      }
    }
    return Request.GO_ON;
  }

  /** Asks. */
  public void ask(Request wish) throws IOException {
    if (wish == Request.GO_ON) {
      Files.deleteIfExists(file);
    } else {
      AtomicFile.write(file, word(wish) + "\n");
    }
  }

  private static String word(Request wish) {
    return wish.name().toLowerCase(Locale.ROOT);
  }
}
