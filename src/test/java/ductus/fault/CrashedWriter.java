package ductus.fault;

import ductus.cli.CommandRun;
import ductus.run.TinyRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A command that writes, and the one that goes on with it.
 *
 * @param name of it
 * @param command which writes
 * @param goOn what a user does when the power is back
 * @param differing a pattern of names of files that tell when they were written, or how fast
 */
record CrashedWriter(String name, String command, String goOn, String differing) {
  private static final String NOTHING = "-";

  static List<CrashedWriter> all() {
    String train = "train CORPUS --hidden 8 --embedding 4 --batch 4 --keys own --epochs 3";
    String timed = ".*(metrics|updates|lags)\\.(csv|svg)|.*loss\\.svg|.*/checkpoint.*";
    List<CrashedWriter> all = new ArrayList<>();
    all.add(
        new CrashedWriter(
            "train",
            train + " --quiet --out WORK/run",
            "train --resume --quiet --out WORK/run",
            timed));
    all.add(
        again("generate", "generate folk --bars 4 --count 2 --seed 3 --quiet --out WORK/tunes"));
    all.add(again("write", "write Hello --seed 3 --quiet --to svg,pdf,json --out WORK/page"));
    all.add(
        again(
            "export",
            "export corpora/melodies/bobby-shafto.mid --to musicxml --out WORK/tune.musicxml"));
    all.add(again("text", "text generate prose --length 40 --seed 3 --quiet --out WORK/said.txt"));
    return all;
  }

  private static CrashedWriter again(String name, String command) {
    return new CrashedWriter(name, command, command, NOTHING);
  }

  /** Makes what all tries begin with. */
  void prepare(Path work) throws IOException {
    TinyRuns.corpus(corpus(work), 5);
  }

  /** Beside the folder of a try, so that each try learns from the same. */
  private static Path corpus(Path work) {
    return work.resolveSibling("tunes");
  }

  CommandRun write(Path work) {
    return run(command, work);
  }

  CommandRun goOn(Path work) {
    // Before its configuration is written there is no run that could go on.
    boolean begun = !goOn.contains("--resume") || Files.exists(work.resolve("run/config.json"));
    return run(begun ? goOn : command, work);
  }

  boolean differs(String file) {
    return file.matches(differing);
  }

  private static CommandRun run(String line, Path work) {
    return CommandRun.of(
        Arrays.stream(line.split(" ", -1))
            .map(word -> word.replace("WORK", work.toString()))
            .map(word -> word.replace("CORPUS", corpus(work).toString()))
            .toArray());
  }
}
