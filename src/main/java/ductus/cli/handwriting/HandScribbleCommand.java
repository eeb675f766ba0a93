package ductus.cli.handwriting;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.LookOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.PageOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.ink.render.PageFiles;
import ductus.ink.render.PageFormat;
import ductus.math.KernelChoice;
import ductus.model.place.ModelPlace;
import ductus.provenance.NewNames;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.page.NewPages;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingRequest;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus hand scribble MODEL}. */
@Piped
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

  @Mixin private PageOptions page = new PageOptions();
  @Mixin private LookOptions look = new LookOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    ModelReference given = ModelReference.free(ModelPlace.find(model, List.of()).lastingName());
    HandModel opened = given.openFree();
    PageFormat format = out.path().flatMap(PageFormat::ofEnding).orElse(PageFormat.SVG);
    WritingRequest request =
        new WritingRequest(
            "",
            hand == null ? StyleChoice.usual(opened) : StyleChoice.of(hand),
            PenManner.neat(PenManner.USUAL_NEATNESS, 0),
            page.setup(),
            look.settings(List.of(format)),
            false,
            seed.orFresh());
    try (NewNames names = NewNames.of(out.path().orElse(null), "scribble", PageFiles.endings())) {
      Path stem = names.next();
      console.say("Seed " + request.seed());
      NewPages pages =
          new TextWriting(Version.text(), common.threads())
              .write(opened, given, request, List.of(format), stem);
      List<String> files = pages.files().stream().map(Path::toString).toList();
      files.forEach(console::print);
      console.printJson(new ScribbleAnswer(request.seed(), request.style().toString(), files));
      return ExitStatus.DONE;
    }
  }

  /** What programs are told. */
  private record ScribbleAnswer(long seed, String style, List<String> files) {}
}
