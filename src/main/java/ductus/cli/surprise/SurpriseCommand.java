package ductus.cli.surprise;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.text.Table;
import ductus.cli.text.Words;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.workbench.generation.OutputNames;
import ductus.workbench.surprise.Alarm;
import ductus.workbench.surprise.Part;
import ductus.workbench.surprise.Surprise;
import ductus.workbench.surprise.SurpriseReader;
import ductus.workbench.surprise.SurpriseReaders;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus surprise MODEL FILE}. */
@Command(
    name = "surprise",
    description = {
      "Finds what is odd: the rows of a series, the bars of a tune or the strokes of a line of ink"
          + " that surprise a network which knows how such things usually go on; as CSV and as a"
          + " picture.",
      "",
      "A part is odd if it surprises more than all but a share of sound ones, the rate of false"
          + " alarms. A model of series knows the surprises of rows that were held out when it was"
          + " trained; for tunes and ink --sound names files that are sound. Without them the part"
          + " that surprises most is shown.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ductus surprise generated/power power.csv --rate 0.001",
      "  ductus surprise folk tune.mid --sound tunes/",
      "  ductus surprise hands letter.json --hand print --text \"Dear Anna\""
    })
public final class SurpriseCommand implements Callable<Integer> {
  private static final int MOST_LINES = 10;
  private static final List<String> ENDINGS = List.of(".csv", ".svg");

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "A model of series, of music that has bars, or that writes by hand: its file, its run's"
              + " folder, or the name of one that ships, such as folk or hands.")
  private String model = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "CSV, MIDI or ABC, or ink, as the model learned.")
  private Path file = Path.of("");

  @Option(
      names = "--rate",
      paramLabel = "P",
      description = "Share of sound parts that are taken for odd; 0.01.")
  private double rate = 0.01;

  @Option(
      names = "--sound",
      paramLabel = "PATH",
      description =
          "A file that is sound, or of music a folder of such, to set the limit by. Music that the"
              + " model was trained on does not count.")
  private @Nullable Path sound;

  @Option(
      names = "--hand",
      paramLabel = "NAME",
      description = "Of ink: the model's hand that it is in; else the one that fits best.")
  private @Nullable String hand;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "Of ink: what it says; else as its file says, or as it is read.")
  private @Nullable String text;

  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What was found; without an alarm no part is odd. */
  private record Result(
      String kind, String note, @Nullable Alarm alarm, List<Judged> parts, List<String> files) {}

  /** A part, its surprise null where there is nothing to judge. */
  private record Judged(String part, @Nullable Double surprise, boolean odd) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (!(rate >= 0 && rate < 1)) {
      throw common.wrongUsage("--rate must be 0 to below 1 but was " + rate);
    }
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    try (SurpriseReader reader = open()) {
      Optional<Alarm> alarm = alarm(reader);
      Surprise surprise = reader.read(file, alarm);
      Set<Integer> odd = odd(surprise, alarm);
      Path stem = OutputNames.stem(out.path().orElse(null), "surprise", ENDINGS);
      Path table = stem.resolveSibling(stem.getFileName() + ".csv");
      Path picture = stem.resolveSibling(stem.getFileName() + ".svg");
      AtomicFile.write(table, csv(reader, surprise, odd));
      AtomicFile.write(picture, surprise.picture().apply(marked(surprise, alarm, odd)));
      console.print(text(reader, surprise, alarm, odd));
      console.say("Wrote " + table);
      console.say("Wrote " + picture);
      console.printJson(
          new Result(
              reader.part(),
              surprise.note(),
              alarm.orElse(null),
              judged(surprise, odd),
              List.of(table.toString(), picture.toString())));
    }
    return ExitStatus.DONE;
  }

  private SurpriseReader open() throws BadFileException, IOException {
    try {
      return SurpriseReaders.open(model, new SurpriseReaders.Ink(hand, text), common.threads());
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private Optional<Alarm> alarm(SurpriseReader reader) throws BadFileException, IOException {
    List<Double> known = sound == null ? reader.known() : reader.sound(sound);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Alarm alarm = Alarm.of(known, rate);
    if (rate > 0 && rate * alarm.sound() < 1) {
      common
          .console()
          .warn(
              "a rate of %s cannot be told by %s: the limit is the most that any of them surprises"
                  .formatted(rate, Words.count(alarm.sound(), "sound " + reader.part())));
    }
    return Optional.of(alarm);
  }

  private static Set<Integer> odd(Surprise surprise, Optional<Alarm> alarm) {
    return IntStream.range(0, surprise.parts().size())
        .filter(i -> alarm.isPresent() && alarm.get().ringsAt(surprise.parts().get(i).surprise()))
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without an alarm the one that surprises most. */
  private static Set<Integer> marked(Surprise surprise, Optional<Alarm> alarm, Set<Integer> odd) {
    return alarm.isPresent() || surprise.known().isEmpty() ? odd : Set.of(ranked(surprise).get(0));
  }

  /** Numbers of the parts that can be judged, those that surprise most first. */
  private static List<Integer> ranked(Surprise surprise) {
    return IntStream.range(0, surprise.parts().size())
        .boxed()
        .filter(i -> !Double.isNaN(surprise.parts().get(i).surprise()))
        .sorted(
            Comparator.comparing((Integer i) -> -surprise.parts().get(i).surprise())
                .thenComparing(i -> i))
        .toList();
  }

  private static List<Judged> judged(Surprise surprise, Set<Integer> odd) {
    List<Judged> all = new ArrayList<>();
    for (int i = 0; i < surprise.parts().size(); i++) {
      Part part = surprise.parts().get(i);
      all.add(
          new Judged(
              part.name(),
              Double.isNaN(part.surprise()) ? null : part.surprise(),
              odd.contains(i)));
    }
    return all;
  }

  private static String csv(SurpriseReader reader, Surprise surprise, Set<Integer> odd) {
    StringBuilder lines = new StringBuilder(reader.part()).append(",surprise,odd\n");
    for (int i = 0; i < surprise.parts().size(); i++) {
      Part part = surprise.parts().get(i);
      lines
          .append(part.name().contains(",") ? '"' + part.name() + '"' : part.name())
          .append(',')
          .append(Double.isNaN(part.surprise()) ? "" : number(part.surprise()))
          .append(odd.contains(i) ? ",1\n" : ",0\n");
    }
    return lines.toString();
  }

  private static String text(
      SurpriseReader reader, Surprise surprise, Optional<Alarm> alarm, Set<Integer> odd) {
    StringBuilder text = new StringBuilder();
    if (!surprise.note().isEmpty()) {
      text.append("Taken for ").append(surprise.note()).append(System.lineSeparator());
    }
    if (alarm.isPresent()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d of %s odd: above %.3f nats, as %s %% of %s are",
              odd.size(),
              Words.count(surprise.parts().size(), reader.part()),
              alarm.get().limit(),
              BigDecimal.valueOf(100 * alarm.get().rate())
                  .round(new MathContext(3))
                  .stripTrailingZeros()
                  .toPlainString(),
              Words.count(alarm.get().sound(), "sound " + reader.part())));
    } else {
      text.append(
          "%s; what is odd cannot be told without --sound, but these surprise most"
              .formatted(Words.count(surprise.parts().size(), reader.part())));
    }
    Table table = new Table(reader.part(), "surprise", "");
    List<Integer> ranked = ranked(surprise);
    ranked.stream()
        .limit(MOST_LINES)
        .forEach(
            i ->
                table.row(
                    surprise.parts().get(i).name(),
                    number(surprise.parts().get(i).surprise()),
                    odd.contains(i) ? "odd" : ""));
    return text.append(System.lineSeparator())
        .append(System.lineSeparator())
        .append(table)
        .toString();
  }

  private static String number(double nats) {
    return String.format(Locale.ROOT, "%.3f", nats);
  }
}
