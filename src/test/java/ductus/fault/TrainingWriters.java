package ductus.fault;

import ductus.run.TinyRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What writes as it learns: all trainings of networks share the folder of a run. */
final class TrainingWriters {
  private static final String TIMES = ".*(metrics|updates|lags)\\.(csv|svg)|.*loss\\.svg";
  private static final String CHECKPOINTS = "|.*/checkpoint.*";

  /** Files of a run that differ each time. */
  static final String DIFFERING = TIMES + CHECKPOINTS;

  private static final String TINY =
      " --hidden 8 --epochs 1 --batches 2 --batch 2 --threads 1 --quiet --out ";
  private static final String LINES = "reader train corpora/hands --without letter,note,chancery";

  /** A tiny reader; its folder comes behind. */
  static final String READER = LINES + TINY;

  /** A tiny network that names hands. */
  static final String NAMING = LINES + " --subject hand" + TINY;

  private TrainingWriters() {}

  static List<CrashedWriter> all() {
    return List.of(
        train(),
        sweep(),
        lab(),
        learned("learn-naming", CrashedWriter.NONE, NAMING, "reader train").ifNamed(),
        learned(
            "learn-series",
            TrainingWriters::wave,
            "series train GIVEN/wave.csv --hidden 8 --epochs 2 --window 16 --batch 16 --quiet --out"
                + " ",
            "series train"),
        learned(
            "learn-text",
            TrainingWriters::rhymes,
            "text train GIVEN/rhymes --hidden 8 --embedding 4 --epochs 2 --batch 4 --threads 1"
                + " --quiet --out ",
            "text train"));
  }

  /** A training whose task writes more than the folder of a run has of all. */
  private static CrashedWriter learned(
      String name, CrashedWriter.Step before, String begin, String command) {
    String run = "WORK/run";
    return CrashedWriter.again(name, before, begin + run)
        .goingOn(
            work ->
                CrashedWriter.command(
                        Files.exists(work.resolve("run/config.json"))
                            ? command + " --resume --threads 1 --quiet --out " + run
                            : begin + run)
                    .in(work))
        .differingIn(DIFFERING)
        .seldom(0);
  }

  /** A series of one column. */
  static String wave(Path work) throws IOException {
    StringBuilder rows = new StringBuilder("value\n");
    for (int t = 0; t < 80; t++) {
      rows.append(Math.rint(1000 * Math.sin(t / 3.0)) / 1000).append('\n');
    }
    Files.writeString(CrashedWriter.given(work, "wave.csv"), rows);
    return "";
  }

  private static String rhymes(Path work) throws IOException {
    Path rhymes = Files.createDirectories(CrashedWriter.given(work, "rhymes"));
    for (int i = 0; i < 4; i++) {
      Files.writeString(
          rhymes.resolve(i + ".txt"), ("the cat sat on mat " + i + ", and so on.\n").repeat(40));
    }
    return "";
  }

  private static CrashedWriter train() {
    String run = " --quiet --out WORK/run";
    String train =
        "train GIVEN/tunes --hidden 8 --embedding 4 --batch 4 --keys own --epochs 3" + run;
    return CrashedWriter.again("train", TrainingWriters::tunes, train)
        .goingOn(
            // Before its configuration is written there is no run that could go on.
            work ->
                CrashedWriter.command(
                        Files.exists(work.resolve("run/config.json"))
                            ? "train --resume" + run
                            : train)
                    .in(work))
        .differingIn(DIFFERING)
        .seldom(2);
  }

  private static CrashedWriter sweep() {
    String sweep = "sweep GIVEN/sweep.json --threads 1 --quiet --out WORK/sweep";
    return CrashedWriter.again("sweep", TrainingWriters::sweepFile, sweep)
        .goingOn(CrashedWriter.command(sweep + " --resume"))
        .differingIn(DIFFERING + "|sweep/(results|runs)\\.csv")
        .seldom(6);
  }

  private static CrashedWriter lab() {
    return CrashedWriter.again(
            "lab",
            TrainingWriters::examination,
            "lab run GIVEN/runs.json --threads 1 --quiet --out WORK/lab")
        .differingIn("lab/small/running/.*")
        .seldom(2);
  }

  private static String tunes(Path work) throws IOException {
    Path tunes = CrashedWriter.given(work, "tunes");
    if (!Files.exists(tunes)) {
      TinyRuns.corpus(tunes, 5);
    }
    return "";
  }

  private static String sweepFile(Path work) throws IOException {
    tunes(work);
    write(
        work,
        "sweep.json",
        "{'folder': 'tunes', 'settings': {'epochs': 2, 'embedding': 4, 'batch': 4, 'warmup': 2,"
            + " 'keys': 'own'}, 'values': {'hidden': [8, 12]}, 'seeds': [1],"
            + " 'halving': {'factor': 2, 'first': 1}}");
    return "";
  }

  private static String examination(Path work) throws IOException {
    write(
        work,
        "runs.json",
        "{'runs': [{'name': 'small', 'examination': 'gradients', 'seeds': [1], 'settings':"
            + " {'cells': ['elman', 'lstm'], 'hiddenSize': 8, 'steps': 10, 'sequences': 2,"
            + " 'radii': [1.0], 'forgetBiases': [], 'practice': {'updates': 2, 'checks': 1,"
            + " 'batchSize': 2}}}]}");
    return "";
  }

  private static void write(Path work, String name, String json) throws IOException {
    Files.writeString(CrashedWriter.given(work, name), json.replace('\'', '"'));
  }
}
