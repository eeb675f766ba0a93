package ductus.cli.caption;

import ductus.cli.console.Progress;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.SeedOption;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.ink.Handwriting;
import ductus.ink.read.InkJson;
import ductus.math.Randomness;
import ductus.task.caption.lesson.SketchComposer;
import ductus.task.caption.lesson.ThingDrawings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus caption lessons THINGS OUT}: sketches to learn from. */
@Command(
    name = "lessons",
    description = {
      "Composes sketches with captions from drawings of single things: one to three of them, side"
          + " by side or one above another, of the same or of different sizes. What is said of them"
          + " is true because they were set so.",
      ""
    },
    footer = {
      "",
      "Example: ductus caption lessons things sketches; ductus caption train sketches --out RUN"
    })
final class CaptionLessonsCommand implements Callable<Integer> {
  /** Sketches of a file. */
  private static final int TOGETHER = 1000;

  private static final int MOST = 200_000;

  @Parameters(
      index = "0",
      paramLabel = "THINGS",
      description =
          "A folder of drawings (SVG, PNG, JPEG or ink) named by what they show, such as"
              + " apple-2.svg; what one person drew in a folder of its own.")
  private Path things = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The folder to write; there must be none yet.")
  private Path out = Path.of("");

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Sketches, 1 to 200,000; ${DEFAULT-VALUE} by default.")
  private int count = 20_000;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /** The result: the folder that was written. */
  private record Result(String folder, int sketches, int drawings, long seed) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (count < 1 || count > MOST) {
      throw common.wrongUsage(
          String.format(Locale.ROOT, "--count must be 1 to %,d but was %,d", MOST, count));
    }
    if (Files.exists(out)) {
      throw new BadFileException(out, "there is a file of that name already; name another place");
    }
    ThingDrawings drawings;
    try (Progress progress = common.console().progress("Reading")) {
      drawings = ThingDrawings.read(things, progress);
    }
    long drawnWith = seed.orElse(1);
    SketchComposer composer = new SketchComposer(drawings, Randomness.of(drawnWith));
    Files.createDirectories(out);
    for (int from = 0; from < count; from += TOGETHER) {
      List<Handwriting> sketches =
          Stream.generate(composer::next).limit(Math.min(TOGETHER, count - from)).toList();
      String name = String.format(Locale.ROOT, "sketches-%03d.json", from / TOGETHER + 1);
      AtomicFile.write(out.resolve(name), InkJson.write(sketches));
    }
    common
        .console()
        .print(
            String.format(
                Locale.ROOT,
                "%s: %,d sketches of %s",
                out,
                count,
                NumberText.count(drawings.count(), "drawing")));
    common.console().printJson(new Result(out.toString(), count, drawings.count(), drawnWith));
    return common.console().warnOfLeftOut(drawings.leftOut());
  }
}
