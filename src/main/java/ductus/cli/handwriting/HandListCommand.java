package ductus.cli.handwriting;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandsOption;
import ductus.cli.option.ModelOption;
import ductus.file.BadFileException;
import ductus.ink.mark.CharacterCoverage;
import ductus.ink.mark.Symbols;
import ductus.model.pen.PenStyle;
import ductus.task.handwriting.adaptation.AddedHands;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ductus hand list}. */
@Command(name = "list", description = "Lists the hands that can write.")
public final class HandListCommand implements Callable<Integer> {
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private HandsOption hands = new HandsOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--characters",
      description =
          "Lists which characters of Western languages each hand has learned, which are composed"
              + " of letters, marks and symbols, and which are missing.")
  private boolean characters;

  /** A hand. */
  record Line(
      String name,
      boolean joined,
      boolean added,
      int count,
      String characters,
      CharacterCoverage western) {
    static Line of(PenStyle style, boolean added) {
      int count = style.codePoints().size();
      return new Line(
          style.name(),
          style.joined(),
          added,
          count,
          style.characters(),
          CharacterCoverage.of(style.codePoints(), Symbols.shipped()));
    }

    String text(boolean verbose) {
      return String.format(
              Locale.ROOT,
              "%-16s %s, %d characters%s",
              name,
              joined ? "joined" : "unjoined",
              count,
              added ? ", added" : "")
          + (verbose ? ": " + characters : "");
    }

    /** What the hand can write of Western languages, a line each. */
    List<String> coverage() {
      return List.of(
          "  learned:  " + shown(western.learned()),
          "  composed: " + shown(western.composed()),
          "  missing:  " + shown(western.missing()));
    }

    private static String shown(String list) {
      return list.isEmpty() ? "none" : list;
    }
  }

  /** The hands that there are. */
  record Result(List<Line> hands) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    Console console = common.console();
    List<Line> lines = new ArrayList<>();
    for (String each : HandModel.meant(model.given())) {
      for (PenStyle style : HandModel.open(each).styles()) {
        lines.add(Line.of(style, false));
      }
    }
    AddedHands added = new AddedHands(hands.folder());
    for (String name : added.names()) {
      lines.add(Line.of(added.style(name), true));
    }
    for (Line line : lines) {
      console.print(line.text(console.isVerbose()));
      if (characters) {
        line.coverage().forEach(console::print);
      }
    }
    console.printJson(new Result(lines));
    return ExitStatus.DONE;
  }
}
