package ductus.cli.handwriting;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandOptions;
import ductus.cli.option.LookOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.PageOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.ink.hand.Characters;
import ductus.ink.render.PageFiles;
import ductus.ink.render.PageFormat;
import ductus.math.KernelChoice;
import ductus.provenance.OutputNames;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.page.PageWriting;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingRequest;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus write TEXT}. */
@Piped
@Command(
    name = "write",
    description = {
      "Writes a text by hand, on pages.",
      "",
      "Every line break is kept, an empty line is a gap; # begins a heading, - or 1. an item of a"
          + " list.",
      ""
    },
    footer = {
      "",
      "Example: ductus write \"Dear Anna,\" --hand italic --paper a6 --to svg,png",
      "         ductus write --text letter.txt --mix chancery:0.7,round:0.3 --ruling ruled"
    })
public final class WriteCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TEXT", arity = "0..1", description = "What to write.")
  private @Nullable String text;

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "Writes what is in a file of UTF-8 text; - is standard input.")
  private @Nullable Path file;

  @Option(
      names = "--substitute",
      description = "Writes ss for an ß and so on, where the hand lacks a character.")
  private boolean substitute;

  @Option(
      names = "--check",
      negatable = true,
      description =
          "Reads what was written; what cannot be read is written again, at last word by word."
              + " Hands that were learned from people's lines are checked without asking.")
  private @Nullable Boolean check;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "FORMAT",
      split = ",",
      description =
          "svg, animated-svg, png, pdf, gcode, hpgl, ebb, json, or several; svg, or what --out ends"
              + " in.")
  private List<String> formats = List.of();

  @Mixin private HandOptions hand = new HandOptions();
  @Mixin private PageOptions page = new PageOptions();
  @Mixin private LookOptions look = new LookOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    List<PageFormat> wanted = formats();
    TextSource source = source();
    ModelReference given = hand.model().holding(hand.names());
    HandModel model = given.open(hand.names());
    StyleChoice style = hand.style(model);
    List<String> joined = style.joinedAmongOthers(model);
    if (!joined.isEmpty()) {
      console.warn(TextSource.unlike(style, joined));
    }
    List<Characters.Missing> missing = PageWriting.missing(source.text(), style, model);
    if (!missing.isEmpty() && !substitute) {
      source.complain(missing, style.toString());
    }
    Map<Integer, String> substitutes = Characters.substitutes(missing, style.writable(model));
    if (!substitutes.isEmpty()) {
      console.warn(TextSource.replacement(style.toString(), substitutes));
    }
    Map<Integer, String> typographic = Characters.typographic(source.text(), style.writable(model));
    if (!typographic.isEmpty()) {
      console.say(TextSource.plain(typographic));
    }
    WritingRequest request =
        new WritingRequest(
            Characters.substituted(source.text(), style.writable(model)),
            style,
            hand.manner(),
            page.setup(),
            look.settings(wanted),
            check == null ? given.isUsuallyChecked() : check,
            seed.orFresh());
    Path stem = OutputNames.stem(out.path().orElse(null), style.label(), PageFiles.endings());
    console.say("Seed " + request.seed());
    console.report(
        new TextWriting(Version.text(), common.threads())
            .write(model, given, request, wanted, stem)
            .report());
    return substitutes.values().stream().anyMatch(String::isBlank)
        ? ExitStatus.LEFT_OUT
        : ExitStatus.DONE;
  }

  private TextSource source() throws BadFileException, IOException {
    if (text != null && file == null) {
      return TextSource.of(text);
    }
    if (text == null && file != null) {
      return TextSource.read(file);
    }
    throw common.wrongUsage("there must be either a TEXT or a --text FILE");
  }

  private List<PageFormat> formats() {
    if (formats.isEmpty()) {
      return List.of(out.path().flatMap(PageFormat::ofEnding).orElse(PageFormat.SVG));
    }
    return formats.stream().map(PageFormat::parse).distinct().toList();
  }
}
