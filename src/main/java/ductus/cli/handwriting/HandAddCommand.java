package ductus.cli.handwriting;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandsOption;
import ductus.cli.option.ModelOption;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.task.handwriting.adaptation.AddedHands;
import ductus.task.handwriting.adaptation.FallbackHands;
import ductus.task.handwriting.adaptation.HandSample;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus hand add FILE --name NAME}. */
@Command(
    name = "add",
    description = {
      "Teaches the model a hand, from drawings of its characters or from lines in it.",
      "",
      "FILE is a sheet of 'hand template' that was drawn on, a hand file (ductus-hand JSON), or any"
          + " ink whose pieces are labelled with characters, or are lines with their texts. Nothing"
          + " leaves this machine.",
      ""
    })
public final class HandAddCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The drawings or lines.")
  private List<Path> files = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "By which to ask for the hand.")
  private String name = "";

  @Option(
      names = "--primer",
      description = "Has every line of the hand go on, unseen, from the first words of one given.")
  private boolean primed;

  @Option(
      names = "--replace",
      description = "Takes the place of the hand of that name that was added before, once learned.")
  private boolean replacing;

  @Mixin private ModelOption model = new ModelOption();
  @Mixin private HandsOption hands = new HandsOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /**
   * The outcome of adding a hand.
   *
   * @param lines that it was learned from; 0 where it was drawn by characters
   */
  record Result(
      String name,
      int lines,
      String missing,
      Map<String, String> borrowed,
      List<String> leftOut,
      AddedHands.Fit fit,
      double seconds) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    ModelReference given = new ModelReference(model.given(), hands.folder().toString());
    HandModel opened = given.open(Set.of());
    AddedHands added = new AddedHands(hands.folder());
    check(added, opened);
    HandSample sample = HandSample.read(files, name, opened.alphabet(), FallbackHands.shipped());
    ModelReference learning = given.learning(sample);
    HandModel taught = learning.equals(given) ? opened : learning.open(Set.of());
    check(added, taught);
    long start = System.nanoTime();
    AddedHands.Fit fit;
    try (Progress progress = console.progress("Learning");
        Workers workers = new Workers(common.threads())) {
      IntConsumer reached = done -> progress.reach(done, AddedHands.UPDATES);
      fit =
          replacing
              ? added.replace(taught, sample, primed, KernelChoice.best(), workers, reached)
              : added.add(taught, sample, primed, KernelChoice.best(), workers, reached);
    }
    Result result =
        new Result(
            name,
            sample.lines().size(),
            text(sample.missing()),
            sample.borrowed(),
            sample.leftOut(),
            fit,
            (System.nanoTime() - start) / 1e9);
    print(result, console);
    console.printJson(result);
    return sample.leftOut().isEmpty() ? ExitStatus.DONE : ExitStatus.LEFT_OUT;
  }

  private void check(AddedHands added, HandModel model) throws IOException {
    if (replacing) {
      added.requireOwn(name, model);
    } else {
      added.requireFree(name, model);
    }
  }

  private static void print(Result result, Console console) {
    console.print(
        String.format(
            Locale.ROOT,
            "%s: learned from %s, as %s at first, in %.0f s; write --hand %s uses it",
            result.name(),
            result.lines() == 0 ? "its characters" : result.lines() + " lines",
            result.fit().nearest(),
            result.seconds(),
            result.name()));
    result
        .borrowed()
        .forEach((lender, marks) -> console.print("Marks borrowed from " + lender + ": " + marks));
    if (!result.missing().isEmpty()) {
      console.print(
          (result.lines() == 0
                  ? "Not drawn, so that texts with them cannot be written: "
                  : String.format(
                      Locale.ROOT,
                      "Not in the lines, so that they look as %s writes them: ",
                      result.fit().nearest()))
              + result.missing());
    }
    if (!result.fit().primer().isBlank()) {
      console.print(
          String.format(Locale.ROOT, "Lines go on from \"%s\"", result.fit().primer().strip()));
    }
    result.leftOut().forEach(each -> console.warn("left out: " + each));
    if (console.isVerbose()) {
      console.print(
          String.format(
              Locale.ROOT,
              "Nats a point: %.3f as %s, %.3f now",
              result.fit().before(),
              result.fit().nearest(),
              result.fit().after()));
    }
  }

  private static String text(Collection<Integer> characters) {
    return new TreeSet<>(characters)
        .stream().map(Character::toString).collect(Collectors.joining());
  }
}
