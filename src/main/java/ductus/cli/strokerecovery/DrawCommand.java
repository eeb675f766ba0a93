package ductus.cli.strokerecovery;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.LookOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.SeedOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.ink.render.PageFiles;
import ductus.ink.render.PageFormat;
import ductus.ink.render.RenderSettings;
import ductus.math.KernelChoice;
import ductus.model.place.FoundModel;
import ductus.provenance.NewNames;
import ductus.task.strokerecovery.LetterTracer;
import ductus.task.strokerecovery.PictureDrawing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus draw PICTURE}. */
@Piped(in = "PICTURE", needsInputAgain = true)
@Command(
    name = "draw",
    description = {
      "Finds the strokes of a pen that draw a letter, a word or a few lines of writing, from their"
          + " picture: drawn, scanned or photographed, dark on light or light on dark.",
      "",
      "A network sees each letter and moves the pen, several times; what is most like the picture"
          + " is kept. Joined letters, and what the network does not know, are drawn along the"
          + " middle of their lines. All stands where it stood in the picture, 100 mm along the"
          + " longer side, with a nib as broad as its lines. The same seed makes the same drawing.",
      ""
    },
    subcommands = DrawTrainCommand.class,
    footer = {"", "Example: ductus draw a.png --out a.anim.svg"})
public final class DrawCommand implements Callable<Integer> {
  private static final long USUAL_SEED = 1;

  @Parameters(arity = "0..1", paramLabel = "PICTURE", description = "PNG or JPEG.")
  private @Nullable Path picture;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "A model file or a training run's folder; by default the one that ships.")
  private String model = LetterTracer.SHIPPED;

  @Mixin private LookOptions look = new LookOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    if (picture == null) {
      throw common.wrongUsage("Missing PICTURE: what is to be drawn?");
    }
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    FoundModel found = LetterTracer.find(model);
    PageFormat format = out.path().flatMap(PageFormat::ofEnding).orElse(PageFormat.SVG);
    try (NewNames names = NewNames.of(out.path().orElse(null), "drawing", PageFiles.endings())) {
      Path stem = names.next();
      console.report(
          new PictureDrawing(Version.text(), common.threads())
              .write(
                  found,
                  picture,
                  nib -> withNib(nib, format),
                  seed.orElse(USUAL_SEED),
                  List.of(format),
                  stem)
              .report());
      return ExitStatus.DONE;
    }
  }

  private RenderSettings withNib(double nib, PageFormat format) {
    try {
      return look.settings(nib, List.of(format));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }
}
