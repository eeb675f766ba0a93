package ductus.cli.hand;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Home;
import ductus.cli.console.Progress;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandsOption;
import ductus.cli.option.ModelOption;
import ductus.file.BadFileException;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.train.DivergenceException;
import ductus.workbench.drawing.HandModel;
import ductus.workbench.hands.AddedHands;
import ductus.workbench.hands.DrawnHand;
import ductus.workbench.writing.ModelGiven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus hand add FILE --name NAME}. */
@Command(
    name = "add",
    description = {
      "Teaches the model a hand, from drawings of its characters.",
      "",
      "FILE is a sheet of 'hand template' that was drawn on, a hand file (ductus-hand JSON), or any"
          + " ink whose pieces are labelled with characters. Nothing leaves this machine.",
      ""
    })
public final class HandAddCommand implements Callable<Integer> {
  /** The hands of ours that lend marks, the first one first. */
  private static final List<String> LENDERS = List.of("print", "note");

  @Parameters(paramLabel = "FILE", description = "The drawings.")
  private Path file = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "By which to ask for the hand.")
  private String name = "";

  @Mixin private ModelOption model = new ModelOption();
  @Mixin private HandsOption hands = new HandsOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What came of it. */
  record Result(
      String name,
      int characters,
      String missing,
      Map<String, String> borrowed,
      String unknown,
      String nearest,
      double before,
      double after,
      double seconds) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    HandModel opened = new ModelGiven(model.given(), hands.folder().toString()).open(Set.of());
    AddedHands added = new AddedHands(hands.folder());
    added.requireFree(name, opened);
    DrawnHand drawn = DrawnHand.read(file, name, opened.alphabet(), lenders());
    long start = System.nanoTime();
    AddedHands.Fit fit;
    try (Progress progress = console.progress("Learning");
        Workers workers = new Workers(common.threads())) {
      fit =
          added.add(
              opened,
              drawn,
              KernelChoice.best(),
              workers,
              done -> progress.reach(done, AddedHands.UPDATES));
    }
    Result result = result(drawn, fit, (System.nanoTime() - start) / 1e9);
    print(result, console);
    console.printJson(result);
    return drawn.unknown().isEmpty() ? ExitStatus.DONE : ExitStatus.LEFT_OUT;
  }

  private Result result(DrawnHand drawn, AddedHands.Fit fit, double seconds) {
    Map<String, String> borrowed = new TreeMap<>();
    drawn
        .borrowing()
        .lenders()
        .forEach(
            (character, lender) ->
                borrowed.merge(lender, Character.toString(character), String::concat));
    return new Result(
        name,
        drawn.hand().characters().size(),
        text(drawn.missing()),
        borrowed,
        text(drawn.unknown()),
        fit.nearest(),
        fit.before(),
        fit.after(),
        seconds);
  }

  private static void print(Result result, Console console) {
    console.print(
        "%s: %d characters, learned from %s in %.0f s; write --hand %s uses it"
            .formatted(
                result.name(),
                result.characters(),
                result.nearest(),
                result.seconds(),
                result.name()));
    result
        .borrowed()
        .forEach((lender, marks) -> console.print("Marks borrowed from " + lender + ": " + marks));
    if (!result.missing().isEmpty()) {
      console.print("Not drawn, so that texts with them cannot be written: " + result.missing());
    }
    if (!result.unknown().isEmpty()) {
      console.warn("left out, since the model does not know them: " + result.unknown());
    }
    if (console.isVerbose()) {
      console.print(
          "Nats a point: %.3f as %s, %.3f now"
              .formatted(result.before(), result.nearest(), result.after()));
    }
  }

  private static String text(Collection<Integer> characters) {
    return new TreeSet<>(characters)
        .stream().map(Character::toString).collect(Collectors.joining());
  }

  private static List<Hand> lenders() throws BadFileException, IOException {
    Path folder = Home.folder().resolve("corpora").resolve("hands");
    List<Hand> lenders = new ArrayList<>();
    for (String lender : LENDERS) {
      Path path = folder.resolve(lender + ".json");
      if (Files.exists(path)) {
        lenders.add(HandFile.read(path));
      }
    }
    return lenders;
  }
}
