package ductus.cli.caption;

import ductus.cli.console.Console;
import ductus.cli.option.CommonOptions;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.generate.translation.TranslationCandidate;
import ductus.ink.Handwriting;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.caption.CaptionConfig;
import ductus.model.caption.CaptionNetwork;
import ductus.model.place.FoundModel;
import ductus.task.caption.SketchCaptioner;
import ductus.task.caption.SketchFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus caption SKETCH}: some words about a drawing. */
@Command(
    name = "caption",
    description = {
      "Says in a few words what a sketch shows; the model that ships knows 26 things, one alone,"
          + " two or three alike, or two beside or above one another.",
      ""
    },
    subcommands = {CaptionTrainCommand.class, CaptionLessonsCommand.class},
    footer = {
      "",
      "Examples:",
      "  ductus caption sketch.svg",
      "  ductus caption a.png b.jpg --count 3",
      "",
      "ductus evaluate MODEL DATA measures how often a caption is just the one wanted."
    })
public final class CaptionCommand implements Callable<Integer> {
  /** Captions that were found at most. */
  private static final int MOST = 20;

  @Parameters(
      arity = "0..*",
      paramLabel = "SKETCH",
      description = "Pictures (SVG, PNG, JPEG), or ink, of which a file may hold several sketches.")
  private List<Path> files = List.of();

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Likeliest captions that are printed, 1 to 20; ${DEFAULT-VALUE} by default.")
  private int count = 1;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "A model file or a training run's folder; by default sketches, which ships.")
  private String model = SketchCaptioner.SHIPPED;

  @Mixin private CommonOptions common = new CommonOptions();

  /** A sketch of a file. */
  private record Drawn(String name, Handwriting sketch) {}

  /** A caption that was found, and how probable just these words are. */
  private record Caption(String text, double probability) {}

  /** A sketch with its captions, the likeliest first. */
  private record Captioned(String sketch, List<Caption> captions, boolean doubtful) {}

  /** The result of all sketches. */
  private record Result(String model, String sha256, List<Captioned> results) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (files.isEmpty()) {
      throw common.wrongUsage("Missing SKETCH: what is to be captioned?");
    }
    if (count < 1 || count > MOST) {
      throw common.wrongUsage(
          String.format(Locale.ROOT, "--count must be 1 to %d but was %d", MOST, count));
    }
    common.console().noticeOfKernels(KernelChoice.best());
    FoundModel found = SketchCaptioner.find(model);
    ModelFile<CaptionConfig, CaptionNetwork> opened = SketchCaptioner.open(found);
    List<LeftOut> leftOut = new ArrayList<>();
    List<Drawn> drawn = read(leftOut);
    List<Captioned> results = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      SketchCaptioner captioner =
          new SketchCaptioner(opened, Math.max(count, SketchCaptioner.USUAL_BEAM), workers);
      List<List<TranslationCandidate>> said =
          captioner.caption(drawn.stream().map(Drawn::sketch).toList());
      for (int i = 0; i < drawn.size(); i++) {
        results.add(captioned(drawn.get(i).name(), said.get(i)));
      }
    }
    results.forEach(each -> print(each, drawn.size() > 1));
    common.console().printJson(new Result(found.place().name(), found.sha256(), results));
    return common.console().warnOfLeftOut(leftOut);
  }

  private List<Drawn> read(List<LeftOut> leftOut) throws BadFileException, IOException {
    List<Drawn> drawn = new ArrayList<>();
    for (Path file : files) {
      try {
        List<Handwriting> sketches = SketchFile.read(file);
        for (int i = 0; i < sketches.size(); i++) {
          String name = sketches.size() == 1 ? file.toString() : file + ", sketch " + (i + 1);
          drawn.add(new Drawn(name, sketches.get(i)));
        }
      } catch (BadFileException unusable) {
        if (files.size() == 1) {
          throw unusable;
        }
        leftOut.add(new LeftOut(unusable.path(), unusable.reason()));
      }
    }
    return drawn;
  }

  private Captioned captioned(String name, List<TranslationCandidate> found) {
    return new Captioned(
        name,
        found.stream()
            .limit(count)
            .map(each -> new Caption(each.text(), each.probability()))
            .toList(),
        found.get(0).isDoubtful());
  }

  private void print(Captioned captioned, boolean named) {
    Console console = common.console();
    for (Caption each : captioned.captions()) {
      String said =
          String.format(Locale.ROOT, "%s\t%.1f %%", each.text(), 100 * each.probability());
      console.print(named ? said + "\t" + captioned.sketch() : said);
    }
    if (captioned.doubtful()) {
      console.warn(
          captioned.sketch()
              + ": the network doubts this: all other captions are likelier together");
    }
  }
}
