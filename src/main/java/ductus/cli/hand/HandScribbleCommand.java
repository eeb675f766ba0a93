package ductus.cli.hand;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.LookOptions;
import ductus.cli.option.PageOptions;
import ductus.cli.option.SeedOption;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.page.Page;
import ductus.ink.render.PageFormat;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.workbench.drawing.HandModel;
import ductus.workbench.drawing.PenManner;
import ductus.workbench.drawing.StyleChoice;
import ductus.workbench.writing.Scribbling;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus hand scribble MODEL --out FILE}. */
@Command(
    name = "scribble",
    description = {
      "Fills a page with what looks like a hand but says nothing.",
      "",
      "The model is one of 'hand train --free'. The same seed makes the same page.",
      ""
    })
public final class HandScribbleCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MODEL", description = "A model file or a training run's folder.")
  private String model = "";

  @Option(names = "--hand", paramLabel = "NAME", description = "The hand; the model's first.")
  private @Nullable String hand;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "The file to make: .svg, .anim.svg, .png, .pdf, .gcode, .hpgl or .page.json.")
  private Path out = Path.of("");

  @Mixin private PageOptions page = new PageOptions();
  @Mixin private LookOptions look = new LookOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    Console console = common.console();
    PageFormat format =
        PageFormat.ofEnding(out)
            .orElseThrow(() -> common.wrongUsage("--out must have a known ending but was " + out));
    if (Files.exists(out)) {
      throw new FileAlreadyExistsException(out.toString());
    }
    HandModel opened = HandModel.open(model);
    StyleChoice style = hand == null ? StyleChoice.usual(opened) : StyleChoice.of(hand);
    long drawn = seed.orFresh();
    console.say("Seed " + drawn);
    try (Workers workers = new Workers(common.threads())) {
      Page scribbled =
          Scribbling.page(
              opened,
              style,
              PenManner.neat(PenManner.USUAL_NEATNESS, 0),
              page.setup(),
              drawn,
              KernelChoice.best(),
              workers);
      String title = "Scribble, %s, seed %d".formatted(style, drawn);
      AtomicFile.write(out, format.files(List.of(scribbled), title, look.settings()).get(0));
    }
    console.print(out.toString());
    console.printJson(Map.of("seed", drawn, "style", style.toString(), "file", out.toString()));
    return ExitStatus.DONE;
  }
}
