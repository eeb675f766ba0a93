package ductus.fault;

import ductus.cli.CommandRun;
import ductus.provenance.OutputNames;
import ductus.run.TinyRuns;
import ductus.studio.bin.Bin;
import ductus.studio.bin.BinEntry;
import ductus.studio.bin.BinKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Something that writes, and what a user does next when the power is back.
 *
 * @param name of it
 * @param before makes what is there at the beginning
 * @param differing a pattern of names of files that tell when they were written, or how fast
 */
record CrashedWriter(String name, Step before, Step write, Step goOn, String differing) {
  private static final String NOTHING = "-";

  /** Something that is done in a folder. */
  @FunctionalInterface
  interface Step {
    /** Does it; the answer is a complaint, empty where all went well. */
    String in(Path work) throws Exception;
  }

  static List<CrashedWriter> all() {
    String run = " --quiet --out WORK/run";
    String train = "train CORPUS --hidden 8 --embedding 4 --batch 4 --keys own --epochs 3" + run;
    return List.of(
        new CrashedWriter(
            "train",
            CrashedWriter::tunes,
            command(train),
            // Before its configuration is written there is no run that could go on.
            work ->
                command(
                        Files.exists(work.resolve("run/config.json"))
                            ? "train --resume" + run
                            : train)
                    .in(work),
            ".*(metrics|updates|lags)\\.(csv|svg)|.*loss\\.svg|.*/checkpoint.*"),
        again("generate", "generate folk --bars 4 --count 2 --seed 3 --quiet --out WORK/tunes"),
        again("write", "write Hello --seed 3 --quiet --to svg,pdf,json --out WORK/page"),
        again(
            "export",
            "export corpora/melodies/bobby-shafto.mid --to musicxml --out WORK/tune.musicxml"),
        again("text", "text generate prose --length 40 --seed 3 --quiet --out WORK/said.txt"),
        new CrashedWriter(
            "bin",
            CrashedWriter::tune,
            CrashedWriter::throwAwayAndBack,
            CrashedWriter::allBack,
            "bin/.*"));
  }

  private static CrashedWriter again(String name, String command) {
    return new CrashedWriter(name, work -> "", command(command), command(command), NOTHING);
  }

  private static Bin bin(Path work) {
    return new Bin(work, work.resolve("bin"));
  }

  private static String tune(Path work) throws IOException {
    for (String ending : OutputNames.TUNE_ENDINGS) {
      Files.writeString(work.resolve("tune" + ending), "whole " + ending);
    }
    return "";
  }

  /** A tune goes into the bin and comes back, twice. */
  private static String throwAwayAndBack(Path work) throws IOException {
    for (int i = 0; i < 2; i++) {
      BinEntry entry =
          bin(work).throwAway(BinKind.PIECE, work.resolve("tune"), OutputNames.TUNE_ENDINGS);
      bin(work).restore(entry.number());
    }
    return "";
  }

  private static String allBack(Path work) throws IOException {
    for (BinEntry entry : bin(work).entries()) {
      bin(work).restore(entry.number());
    }
    return "";
  }

  private static String tunes(Path work) throws IOException {
    TinyRuns.corpus(corpus(work), 5);
    return "";
  }

  /** Beside the folder of a try, so that each try learns from the same. */
  private static Path corpus(Path work) {
    return work.resolveSibling("tunes");
  }

  boolean differs(String file) {
    return file.matches(differing);
  }

  private static Step command(String line) {
    return work -> {
      CommandRun run =
          CommandRun.of(
              Arrays.stream(line.split(" ", -1))
                  .map(word -> word.replace("WORK", work.toString()))
                  .map(word -> word.replace("CORPUS", corpus(work).toString()))
                  .toArray());
      return run.status() == 0 ? "" : run.err().strip();
    };
  }
}
