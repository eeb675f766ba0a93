package ductus.cli.handwriting;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
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
import ductus.provenance.NewNames;
import ductus.task.handwriting.page.NewPages;
import ductus.task.handwriting.page.PageWriting;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingRequest;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.LineMemory;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ductus write TEXT}. */
@Piped(several = {"--merge", "--to"})
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
      "         ductus write --text letter.txt --mix chancery:0.7,round:0.3 --ruling ruled",
      "         ductus write --text letter.txt --merge guests.csv --to pdf --out letters"
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

  @Option(
      names = "--merge",
      paramLabel = "LIST",
      description =
          "Writes a letter for each row of a table of CSV: {name} in the text is the row's value in"
              + " the column name, {{ is a brace. Columns such as --hand are options of their row."
              + " A second run into the same --out goes on where one stopped.")
  private @Nullable Path merge;

  @Option(
      names = "--name",
      paramLabel = "PATTERN",
      description =
          "How the files of --merge are called, such as \"{number}-{name}\"; by the row's number.")
  private String names = "";

  @Spec private CommandSpec spec;

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
    if (merge != null) {
      return new LetterMerge(
              console, spec, new TextWriting(Version.text(), common.threads()), merge)
          .run(this, source(), names);
    }
    if (!names.isEmpty()) {
      throw common.wrongUsage("--name goes with --merge, which has many letters to name");
    }
    List<PageFormat> wanted = formats();
    if (out.path().flatMap(PageFormat::ofEnding).isPresent()) {
      requireEnding(out.path().get(), wanted);
    }
    LetterOrder order = order(source(), new OpenedHands(), seed.orFresh(), wanted);
    order.notices(console::warn, console::say);
    WritingRequest request = order.request();
    try (NewNames names =
        NewNames.of(out.path().orElse(null), request.style().label(), PageFiles.endings())) {
      Path stem = names.next();
      console.say("Seed " + request.seed());
      NewPages written;
      int all = request.text().length();
      try (Progress progress = console.progress("Writing")) {
        written =
            new TextWriting(
                    Version.text(),
                    common.threads(),
                    LineMemory.none(),
                    // Lines that are drawn a second time take it no further than the end.
                    drawn -> progress.reach(Math.min(drawn, all), all))
                .write(order.model(), order.given(), request, wanted, stem);
      }
      console.report(written.report());
      return order.leavesOut() ? ExitStatus.LEFT_OUT : ExitStatus.DONE;
    }
  }

  /**
   * What is asked for with a text.
   *
   * @param wanted formats
   * @throws BadFileException if the hand lacks characters of a file's text and nothing may stand
   *     for them
   */
  LetterOrder order(TextSource source, OpenedHands opened, long chance, List<PageFormat> wanted)
      throws BadFileException, IOException {
    OpenedHands.Opened hands = opened.of(hand);
    HandModel model = hands.model();
    StyleChoice style = hand.style(model);
    List<Characters.Missing> missing = PageWriting.missing(source.text(), style, model);
    if (!missing.isEmpty() && !substitute) {
      source.complain(missing, style.toString());
    }
    WritingRequest request =
        new WritingRequest(
            Characters.substituted(source.text(), style.writable(model)),
            style,
            hand.manner(),
            page.setup(),
            look.settings(wanted),
            check == null ? hands.given().isUsuallyChecked() : check,
            chance);
    return new LetterOrder(
        hands.given(),
        model,
        request,
        style.joinedAmongOthers(model),
        Characters.substitutes(missing, style.writable(model)),
        Characters.typographic(source.text(), style.writable(model)));
  }

  /** The seed that was given, or else this one. */
  long seedOr(long other) {
    return seed.orElse(other);
  }

  /** The folder that was given, or a new one. */
  Path folder(String name) throws IOException {
    Optional<PageFormat> file = out.path().flatMap(PageFormat::ofEnding);
    if (file.isPresent()) {
      throw common.wrongUsage(
          "--out must name a folder for many letters but was " + out.path().get());
    }
    return out.folder(name);
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

  private void requireEnding(Path file, List<PageFormat> wanted) {
    List<String> endings =
        wanted.stream()
            .map(PageFormat::ending)
            .map(ending -> ending.substring(ending.lastIndexOf('.')))
            .distinct()
            .toList();
    if (endings.stream().noneMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith)) {
      throw common.wrongUsage(
          "--out must end in %s, as --to asks for, but was %s"
              .formatted(String.join(" or ", endings), file));
    }
  }

  /** The formats that were asked for. */
  List<PageFormat> formats() {
    if (formats.isEmpty()) {
      return List.of(out.path().flatMap(PageFormat::ofEnding).orElse(PageFormat.SVG));
    }
    return formats.stream().map(PageFormat::parse).distinct().toList();
  }
}
