package ductus.cli;

import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.StopSignal;
import ductus.cli.format.CorpusText;
import ductus.cli.format.FolderText;
import ductus.cli.format.InkText;
import ductus.cli.format.PlotTimes;
import ductus.cli.format.ScoreText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.pipe.Piped;
import ductus.cluster.Cluster;
import ductus.cluster.Cluster.SurveyOutcome;
import ductus.cluster.Cluster.SurveyRequest;
import ductus.cluster.ClusterException;
import ductus.cluster.SharedFolder;
import ductus.corpus.ScoreFile;
import ductus.corpus.shard.CorpusManifest;
import ductus.file.BadFileException;
import ductus.format.NearestName;
import ductus.inspection.FolderReport;
import ductus.inspection.ink.InkSurvey;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelCatalog;
import ductus.task.Task;
import ductus.task.music.report.ScoreReport;
import ductus.task.registry.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus inspect PATH}: what is in a file, a folder or a model. */
@Piped(in = "PATH", out = false)
@Command(
    name = "inspect",
    description = {
      "Shows what is in a MIDI, ABC or MusicXML file, in a file of ink, in a folder of them, or in"
          + " a model.",
      "",
      "Of music: tempo, metre, key, tracks, chord symbols, which voice was taken for the melody and"
          + " why, and its tokens. Of a folder: how many pieces and melodies it has, and what was"
          + " left out and why. Of ink: its strokes, texts and writers, and with --out a sheet that"
          + " shows it. Of a model: its shape, how it was trained, its weights.",
      ""
    })
final class InspectCommand implements Callable<Integer> {
  private static final String MODEL_ENDING = ".safetensors";
  private static final List<String> SHIPPED = Tasks.shipped();

  /** Looks through a folder of music or ink on a cluster. */
  record ClusterInspection(CommonOptions common, MasterOption master) {
    /**
     * What one machine would find, but that the report names no more files than are shown.
     *
     * @param folder a path, or an address
     * @return empty if it was stopped
     */
    Optional<SurveyOutcome> of(String folder) throws ClusterException {
      SurveyRequest request =
          new SurveyRequest(
              SharedFolder.whole(folder),
              SharedFolder.isAddress(folder) ? folder : Path.of(folder).toString(),
              common.console().mostNamed());
      try (StopSignal stop = new StopSignal();
          Cluster cluster = master.connect();
          Progress progress = common.console().progress("Reading")) {
        return cluster.survey(request, progress::reach, stop::isGiven);
      }
    }
  }

  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "PATH",
      description =
          "A MIDI, ABC or MusicXML file, ink (IAM-OnDB XML, InkML, UNIPEN, Xournal++, SVG, ...), a"
              + " folder, a corpus, a model's file or training run, or the name of a model that"
              + " ships, such as folk.")
  private String path;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Of ink: write a sheet that shows it, as .svg or .png.")
  private @Nullable Path out;

  @Mixin private MasterOption master = new MasterOption();

  @Override
  public Integer call() throws BadFileException, IOException {
    checkOut();
    if (path.isBlank()) {
      throw common.wrongUsage("PATH must name a file, a folder or a model but is empty");
    }
    if (master.isGiven()) {
      return onCluster();
    }
    Path file = Path.of(path);
    if (isModel(file)) {
      refuseOut();
      return model(FoundModel.find(path, SHIPPED));
    }
    if (CorpusManifest.isIn(file)) {
      return corpus(file);
    }
    if (Files.isDirectory(file)) {
      return folder(file);
    }
    if (!Files.exists(file) && NearestName.of(path, SHIPPED.stream()).isPresent()) {
      throw new BadFileException(
          file, "no such file, folder or model" + NearestName.question(path, SHIPPED));
    }
    return isMusic(file) ? score(file) : ink(file);
  }

  private void checkOut() {
    if (out != null && !InkSurvey.isSheet(out)) {
      throw common.wrongUsage("--out must end in .svg or .png but was " + out);
    }
  }

  private void refuseOut() {
    if (out != null) {
      throw common.wrongUsage("--out goes with ink, and " + path + " is none");
    }
  }

  /** Whether a file is one of music, by its ending, or else by its first letters. */
  private static boolean isMusic(Path file) throws IOException {
    if (ScoreFile.KIND.matches(file) || !Files.isRegularFile(file)) {
      return true;
    }
    return ScoreFile.beginsAsMidi(file);
  }

  private boolean isModel(Path file) {
    return path.endsWith(MODEL_ENDING)
        || Files.exists(file.resolve(ModelCatalog.MODEL))
        || (!Files.exists(file) && SHIPPED.contains(path));
  }

  private int model(FoundModel found) throws BadFileException, IOException {
    String encoding = found.encoding();
    Task<?> task =
        Tasks.ofEncoding(encoding)
            .orElseThrow(
                () ->
                    new BadFileException(
                        found.path(),
                        "a model of %s, which this program does not know".formatted(encoding)));
    common.console().report(task.inspect(found));
    return ExitStatus.DONE;
  }

  /** What 'ductus corpus' made. */
  private int corpus(Path folder) throws BadFileException, IOException {
    refuseOut();
    CorpusManifest manifest = CorpusManifest.read(folder);
    common.console().printJson(manifest);
    common.console().print(CorpusText.of(folder.toString(), manifest));
    return ExitStatus.DONE;
  }

  /** A folder of music; where it has none, of ink. */
  private int onCluster() throws BadFileException, IOException {
    if (!SharedFolder.isAddress(path)) {
      Path file = Path.of(path);
      if (isModel(file)
          || CorpusManifest.isIn(file)
          || (Files.exists(file) && !Files.isDirectory(file))) {
        throw common.wrongUsage("--master is for folders; inspect " + path + " without it");
      }
    }
    if (out != null && SharedFolder.isAddress(path)) {
      throw common.wrongUsage("--out goes with a folder that this machine sees, not with " + path);
    }
    Optional<SurveyOutcome> outcome = new ClusterInspection(common, master).of(path);
    if (outcome.isEmpty()) {
      common.console().say("Stopped");
      return ExitStatus.DONE;
    }
    if (outcome.get() instanceof SurveyOutcome.Ink ink) {
      return tell(ink.survey(), new PlotTimes(Map.of()));
    }
    refuseOut();
    return tell(((SurveyOutcome.Music) outcome.get()).report());
  }

  /** A folder of music; where it has none, of ink. */
  private int folder(Path folder) throws BadFileException, IOException {
    FolderReport report;
    try (Progress progress = common.console().progress("Reading")) {
      report = FolderReport.read(folder, common.threads(), progress);
    } catch (BadFileException noMusic) {
      return inkInsteadOfMusic(folder, noMusic);
    }
    refuseOut();
    return tell(report);
  }

  private int tell(FolderReport report) {
    common.console().printJson(report);
    common.console().print(FolderText.of(report, common.console().isVerbose()));
    return common.console().warnOfLeftOut(report.leftOut(), report.files().leftOut());
  }

  private int inkInsteadOfMusic(Path folder, BadFileException noMusic)
      throws BadFileException, IOException {
    try {
      return ink(folder);
    } catch (BadFileException noInk) {
      if (noInk.reason().equals(noMusic.reason())) {
        throw noMusic;
      }
      BadFileException neither =
          new BadFileException(folder, noMusic.reason() + "; nor is there ink in it");
      neither.initCause(noInk);
      throw neither;
    }
  }

  private int score(Path file) throws BadFileException, IOException {
    refuseOut();
    ScoreReport report = ScoreReport.of(file, ScoreFile.read(file, common.console()::say));
    common.console().printJson(report);
    common.console().print(ScoreText.of(report));
    return ExitStatus.DONE;
  }

  private int ink(Path path) throws BadFileException, IOException {
    InkSurvey survey;
    try (Progress progress = common.console().progress("Reading")) {
      survey = InkSurvey.read(path, common.threads(), progress);
    }
    return tell(survey, PlotTimes.of(path));
  }

  private int tell(InkSurvey survey, PlotTimes times) throws BadFileException, IOException {
    if (times.plotted().isEmpty()) {
      common.console().printJson(survey.report());
      common.console().print(InkText.of(survey.report()));
    } else {
      common.console().printJson(survey.report(), times);
      common.console().print(InkText.of(survey.report()) + System.lineSeparator() + times.line());
    }
    if (out != null) {
      survey.writeSheet(out);
      common.console().say("Wrote " + out);
    }
    return common
        .console()
        .warnOfLeftOut(survey.report().leftOut(), survey.report().files().leftOut());
  }
}
