package ductus.cli.classification;

import ductus.cli.console.Console;
import ductus.cli.option.CommonOptions;
import ductus.corpus.Inputs;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.classification.Classification;
import ductus.model.place.FoundModel;
import ductus.task.classification.Classifier;
import ductus.task.classification.InputKind;
import ductus.task.classification.subject.InputKinds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus classify INPUT}. */
@Command(
    name = "classify",
    description = {
      "Says which class something is of, how probable that is, and which classes come next. The"
          + " models that ship say the mood of a short English text (positive, negative or"
          + " neutral), and which letter or digit is in a picture.",
      ""
    },
    subcommands = ClassifyTrainCommand.class,
    footer = {
      "",
      "Examples: ductus classify what a lovely day",
      "          ductus classify letter.png",
      "ductus evaluate MODEL DATA measures how often a model is right."
    })
public final class ClassifyCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "INPUT",
      description =
          "A text; or files with a text a line, - for standard input; or pictures or ink of"
              + " one letter or digit each. With a model of tunes, bars, lines, letters or series:"
              + " files or folders of music, ink or CSV.")
  private List<String> inputs = List.of();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "A model file, a training run's folder, or one that ships; letters for pictures and ink,"
              + " else moods.")
  private @Nullable String model;

  @Mixin private CommonOptions common = new CommonOptions();

  /** A thing and its classes, the most probable first. */
  private record Classified(
      String input, String label, double probability, List<Classification.Ranked> ranking) {}

  /** The result of all things. */
  private record Result(String model, String sha256, List<Classified> results) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (inputs.isEmpty()) {
      throw common.wrongUsage("Missing INPUT: what is to be classified?");
    }
    common.console().noticeOfKernels(KernelChoice.best());
    FoundModel found = InputKinds.find(model == null ? InputKinds.shippedFor(inputs) : model);
    return classify(InputKinds.of(found.encoding()), found);
  }

  private <T> int classify(InputKind<T> subject, FoundModel found)
      throws BadFileException, IOException {
    InputKind.Opened<T> opened = subject.open(found);
    Inputs<T> given;
    try {
      given = subject.inputs(inputs, common.threads()).fitting(opened.network()::misfit);
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
    List<Classification> said;
    try (Workers workers = new Workers(1)) {
      said =
          new Classifier<>(opened.network(), KernelChoice.best(), workers)
              .classify(given.things().stream().map(Inputs.Named::thing).toList());
    }
    List<Classified> results = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      Classification each = said.get(i);
      results.add(
          new Classified(
              given.things().get(i).name(), each.label(), each.probability(), each.ranking()));
    }
    print(given, opened, said);
    common.console().printJson(new Result(found.place().name(), found.sha256(), results));
    return common.console().warnOfLeftOut(given.leftOut());
  }

  private <T> void print(Inputs<T> given, InputKind.Opened<T> opened, List<Classification> said) {
    Console console = common.console();
    for (int i = 0; i < said.size(); i++) {
      Inputs.Named<T> input = given.things().get(i);
      String text = ClassText.of(said.get(i).ranking());
      console.print(said.size() == 1 ? text : text + "\t" + input.name());
      opened
          .network()
          .caution(input.thing(), said.get(i))
          .ifPresent(caution -> console.warn(input.name() + ": " + caution));
    }
  }
}
