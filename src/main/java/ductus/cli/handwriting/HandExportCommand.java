package ductus.cli.handwriting;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandsOption;
import ductus.cli.option.ModelOption;
import ductus.cli.option.OutOption;
import ductus.cli.option.SeedOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.ink.render.Ink;
import ductus.math.KernelChoice;
import ductus.provenance.NewNames;
import ductus.task.handwriting.font.FontFormat;
import ductus.task.handwriting.font.FontWriting;
import ductus.task.handwriting.font.FontWriting.FontRequest;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus hand export NAME}. */
@Piped
@Command(
    name = "export",
    description = "Makes a font of a hand.",
    footer = {
      "",
      "Example: ductus hand export italic --to ttf --out italic.ttf",
      "         ductus hand export note --to svg-font"
    })
public final class HandExportCommand implements Callable<Integer> {
  /** Height of an x on a page where nothing else is said, which nibs are measured against. */
  private static final double X_HEIGHT = 2.5;

  private static final double NARROWEST = 0.025;
  private static final double BROADEST = 2.5;
  private static final int USUAL_FORMS = 4;

  @Parameters(paramLabel = "NAME", description = "A hand; 'hand list' names them.")
  private String name = "";

  @Option(
      names = {"-t", "--to"},
      paramLabel = "FORMAT",
      description =
          "ttf (letters as a round pen leaves them, in several forms that alternate) or svg-font"
              + " (the way of the pen itself, for plotters); ttf, or what --out ends in.")
  private @Nullable String to;

  @Option(
      names = "--forms",
      paramLabel = "N",
      description = "Forms of each letter of a ttf, 1 to 8; 4.")
  private @Nullable Integer forms;

  @Option(
      names = "--nib",
      paramLabel = "MM",
      description = "Width of the pen of a ttf where an x is 2.5 mm high; 0.45.")
  private double nib = Ink.BLUE.nibWidth();

  @Option(
      names = "--neatness",
      paramLabel = "0..1",
      description = "From loose (0) to neat (1); 0.5.")
  private double neatness = PenManner.USUAL_NEATNESS;

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description = "What programs list the font as; \"Ductus\" and the hand's name.")
  private @Nullable String family;

  @Mixin private ModelOption model = new ModelOption();
  @Mixin private HandsOption hands = new HandsOption();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    FontFormat format = format();
    if (forms != null && forms > 1 && format == FontFormat.SVG_FONT) {
      throw common.wrongUsage("--forms is for ttf: fonts of SVG know one form of a letter");
    }
    if (!(nib >= NARROWEST && nib <= BROADEST)) {
      throw common.wrongUsage(
          "--nib must be from %s to %s mm but was %s".formatted(NARROWEST, BROADEST, nib));
    }
    ModelReference given =
        new ModelReference(model.given(), hands.folder().toString()).holding(Set.of(name));
    HandModel opened = given.open(Set.of(name));
    PenManner manner = PenManner.neat(neatness, 0);
    FontRequest request;
    try {
      request =
          new FontRequest(
              name,
              manner,
              family == null ? "Ductus " + capitalized(name) : family,
              format.label(),
              format == FontFormat.SVG_FONT ? 1 : forms == null ? USUAL_FORMS : forms,
              nib / X_HEIGHT,
              seed.orElse(1));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongUsage("--" + wrong.getMessage());
    }
    try (NewNames names = NewNames.of(out.path().orElse(null), name, FontFormat.endings())) {
      Path stem = names.next();
      try (Progress progress = console.progress("Drawing")) {
        console.report(
            new FontWriting(Version.text(), common.threads())
                .write(opened, given, request, stem, progress::reach)
                .report());
      }
      return ExitStatus.DONE;
    }
  }

  private FontFormat format() {
    Optional<FontFormat> named = out.path().flatMap(FontFormat::ofEnding);
    FontFormat format = to == null ? named.orElse(FontFormat.TTF) : FontFormat.parse(to);
    if (named.isPresent() && named.get() != format) {
      throw common.wrongUsage(
          "--out must end in %s for %s but was %s"
              .formatted(format.ending(), format.label(), out.path().get()));
    }
    return format;
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
