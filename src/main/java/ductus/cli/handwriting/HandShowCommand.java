package ductus.cli.handwriting;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandsOption;
import ductus.cli.option.LookOptions;
import ductus.cli.option.ModelOption;
import ductus.cli.option.OutOption;
import ductus.cli.option.SeedOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.ink.hand.Characters;
import ductus.ink.page.PageSetup;
import ductus.ink.page.Paper;
import ductus.ink.render.PageFiles;
import ductus.ink.render.PageFormat;
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
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus hand show NAME}. */
@Piped
@Command(name = "show", description = "Writes a sample of a hand.")
public final class HandShowCommand implements Callable<Integer> {
  private static final String SAMPLE =
      """
      Sphinx of black quartz, judge my vow!
      The five boxing wizards jump quickly.
      AÄBCDEFGHIJKLMNOPQRSTUVWXYZ
      0123456789 & (1.50 + 2 = 3?) é ö ñ ç
      """;

  @Parameters(paramLabel = "NAME", description = "A hand; 'hand list' names them.")
  private String name = "";

  @Mixin private ModelOption model = new ModelOption();
  @Mixin private HandsOption hands = new HandsOption();
  @Mixin private LookOptions look = new LookOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    Console console = common.console();
    ModelReference given =
        new ModelReference(model.given(), hands.folder().toString()).holding(Set.of(name));
    HandModel opened = given.open(Set.of(name));
    StyleChoice style = StyleChoice.of(name);
    PageFormat format = out.path().flatMap(PageFormat::ofEnding).orElse(PageFormat.SVG);
    WritingRequest request =
        new WritingRequest(
            Characters.substituted(SAMPLE, style.writable(opened)),
            style,
            PenManner.neat(PenManner.USUAL_NEATNESS, 0),
            PageSetup.on(Paper.of(130, 56)),
            look.settings(List.of(format)),
            given.isUsuallyChecked(),
            seed.orElse(1));
    try (NewNames names = NewNames.of(out.path().orElse(null), name, PageFiles.endings())) {
      Path stem = names.next();
      NewPages pages =
          new TextWriting(Version.text(), common.threads())
              .write(opened, given, request, List.of(format), stem);
      List<String> files = pages.files().stream().map(Path::toString).toList();
      files.forEach(console::print);
      console.printJson(new HandAnswer(name, files));
      return ExitStatus.DONE;
    }
  }

  /** What programs are told. */
  private record HandAnswer(String name, List<String> files) {}
}
