package ductus.spark.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder as people have them: pieces, other files, broken ones, links and a training run. */
public final class MixedFolder {
  private static final String TUNE =
      """
      X:%d
      T:Tune %d
      M:4/4
      L:1/8
      K:D
      DEFG A2B2|c2d2 %s4|]
      """;

  private MixedFolder() {}

  /** Writes it into a new folder of this one. */
  public static Path write(Path folder) throws IOException {
    Path tunes = folder.resolve("tunes");
    GeneratedTunes.write(tunes, 20);
    Files.writeString(tunes.resolve("book.abc"), tune(1, "d") + "\n" + tune(2, "A"));
    Files.writeString(tunes.resolve("one.abc"), tune(1, "B"));
    // A bar that is not full.
    Files.writeString(tunes.resolve("bad.abc"), tune(1, "G").replace("c2d2", "c2"));
    // It has a MIDI file beside it.
    Files.writeString(tunes.resolve("000/tune 000001.abc"), tune(1, "F"));
    Files.writeString(tunes.resolve("mixed.abc"), tune(1, "D"));
    Files.copy(tunes.resolve("000/tune 000002.mid"), tunes.resolve("mixed.Mid"));
    // A folder, not a file, of such a name.
    Files.writeString(tunes.resolve("folder.abc"), tune(1, "C"));
    Files.createDirectories(tunes.resolve("folder.mid"));
    Files.writeString(tunes.resolve("letter.txt"), "Dear Anna");
    Files.writeString(tunes.resolve("empty.MID"), "");
    Files.createDirectories(tunes.resolve(".hidden"));
    Files.copy(tunes.resolve("one.abc"), tunes.resolve(".hidden/tune.abc"));
    Path run = Files.createDirectories(tunes.resolve("run/checkpoint"));
    Files.writeString(run.resolveSibling("config.json"), "{}");
    Files.copy(tunes.resolve("one.abc"), run.resolveSibling("sample.abc"));
    // Passed over but for what a link leads to.
    Path samples = Files.createDirectories(run.resolveSibling("samples"));
    Files.writeString(samples.resolve("kept.abc"), tune(1, "g"));
    Files.createSymbolicLink(tunes.resolve("c link"), samples);
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/inside"));
    Files.writeString(elsewhere.resolve("far.abc"), tune(1, "E"));
    Files.createSymbolicLink(tunes.resolve("a link"), elsewhere.getParent());
    Files.createSymbolicLink(tunes.resolve("b link"), elsewhere);
    Files.createSymbolicLink(tunes.resolve("up"), tunes.resolve("000"));
    Files.createSymbolicLink(tunes.resolve("000/circle"), tunes);
    Files.createSymbolicLink(tunes.resolve("nowhere.mid"), folder.resolve("nothing"));
    return tunes;
  }

  /** Takes its links away: a store has none, and would take one for a folder. */
  public static void removeLinks(Path tunes) throws IOException {
    for (String link : List.of("000/circle", "a link", "b link", "c link", "up", "nowhere.mid")) {
      Files.delete(tunes.resolve(link));
    }
  }

  private static String tune(int number, String last) {
    return TUNE.formatted(number, number, last);
  }
}
