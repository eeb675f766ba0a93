package ductus.cli.music;

import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.StopSignal;
import ductus.cli.console.Version;
import ductus.cli.format.CorpusText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.MasterOption;
import ductus.cluster.Cluster;
import ductus.cluster.Cluster.CorpusOutcome;
import ductus.cluster.Cluster.CorpusRequest;
import ductus.cluster.ClusterException;
import ductus.cluster.SharedFolder;
import ductus.corpus.hand.ShardedHands;
import ductus.corpus.shard.CorpusManifest;
import ductus.music.encoding.MelodyEncoding;
import ductus.task.music.kind.MusicKinds;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus corpus FOLDER --master URL --out CORPUS}. */
@Command(
    name = "corpus",
    description = {
      "Makes a corpus of a large folder of music or of hands, on Apache Spark: each piece once,"
          + " encoded, in sharded Parquet files with a manifest. 'ductus train CORPUS', or 'ductus"
          + " hand train CORPUS', learns from it.",
      ""
    },
    footer = {
      "",
      "FOLDER and CORPUS must be on storage that all machines see. Ctrl-C stops; the same command"
          + " goes on."
    })
public final class CorpusCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FOLDER",
      description =
          "MIDI, ABC and MusicXML files, or those of hands, also in folders below it: a path, or an"
              + " address such as hdfs://host/folder.")
  private String folder = "";

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "How pieces are encoded, as for train, or '"
              + ShardedHands.ENCODING
              + "'; ${DEFAULT-VALUE} by default.")
  private String encoding = MelodyEncoding.NAME;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "CORPUS",
      required = true,
      description = "A new folder for the corpus: a path, or an address.")
  private String out = "";

  @Mixin private MasterOption master = new MasterOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws ClusterException {
    if (!encoding.equals(ShardedHands.ENCODING) && MusicKinds.find(encoding).isEmpty()) {
      throw common.wrongUsage(
          "--encoding must be one of %s, %s but was %s"
              .formatted(String.join(", ", MusicKinds.names()), ShardedHands.ENCODING, encoding));
    }
    if (!master.isGiven()) {
      throw common.wrongUsage(
          "--master must say where Apache Spark is; local[2] uses two cores of this machine");
    }
    CorpusRequest request =
        new CorpusRequest(
            SharedFolder.whole(folder), encoding, SharedFolder.whole(out), Version.text());
    Optional<CorpusOutcome> outcome = make(request);
    if (outcome.isEmpty()) {
      common.console().say("Stopped; the same command goes on");
      return ExitStatus.DONE;
    }
    return tell(outcome.get(), request);
  }

  private Optional<CorpusOutcome> make(CorpusRequest request) throws ClusterException {
    try (StopSignal stop = new StopSignal();
        Cluster cluster = master.connect();
        Progress progress = common.console().progress("Reading")) {
      return cluster.corpus(request, progress::reach, stop::isGiven);
    }
  }

  private int tell(CorpusOutcome outcome, CorpusRequest request) {
    CorpusManifest manifest = outcome.manifest();
    common.console().printJson(manifest);
    common.console().print(CorpusText.of(request.out(), manifest));
    return common
        .console()
        .warnOfLeftOut(
            outcome.leftOut(),
            manifest.counts().leftOut(),
            request.out() + "/" + CorpusManifest.LEFT_OUT);
  }
}
