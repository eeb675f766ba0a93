package ductus.cli.format;

import ductus.format.Table;
import ductus.model.pen.OffsetScale;
import ductus.task.handwriting.evaluation.HandFigures;
import ductus.task.handwriting.evaluation.WritingEvaluation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** An evaluation of writing, as text. */
public final class HandEvaluationText {
  private HandEvaluationText() {}

  /** Tables of the hands, and what they say. */
  public static String of(WritingEvaluation evaluation) {
    List<HandFigures> hands = evaluation.hands();
    StringBuilder text = new StringBuilder();
    text.append(written(hands)).append(System.lineSeparator());
    if (hands.stream().allMatch(hand -> hand.checked() != null)) {
      text.append(System.lineSeparator()).append("with the self-check on:");
      text.append(System.lineSeparator()).append(checked(hands)).append(System.lineSeparator());
    }
    List<HandFigures> drawn = hands.stream().filter(hand -> hand.geometry() != null).toList();
    if (!drawn.isEmpty()) {
      text.append(System.lineSeparator()).append(LineGeometryText.of(drawn));
    }
    text.append(System.lineSeparator()).append(losses(hands)).append(System.lineSeparator());
    OffsetScale scale = evaluation.scale();
    return text.append(
            String.format(
                Locale.ROOT,
                "misread: characters that a reader who knows no words reads wrongly, of the hand's"
                    + " own lines (composed of its drawings, or held out of those that a person"
                    + " wrote) and of those the network wrote; missing words: of which it reads"
                    + " nothing; named: in a hand that the networks which write find the most"
                    + " likely; letters differ: two drawings of a letter, warped onto each other,"
                    + " x-heights (people who wrote each letter twice: %s); nats: on the own lines,"
                    + " offsets in units of their deviations, %.4f and %.4f x-heights",
                number(evaluation.sessions()),
                scale.deviationX(),
                scale.deviationY()))
        .toString();
  }

  private static Table written(List<HandFigures> hands) {
    Table table =
        new Table(
            "hand",
            "lines",
            "misread, own %",
            "misread, written %",
            "missing words",
            "unfinished",
            "skipped",
            "redrawn",
            "named, own %",
            "named, written %",
            "letters differ");
    for (HandFigures hand : hands) {
      table.row(
          hand.hand(),
          hand.drawn().lines(),
          percent(hand.ownErrors()),
          percent(hand.written().errors()),
          missing(hand.written()),
          hand.drawn().unfinished(),
          hand.drawn().skipped(),
          hand.drawn().redrawn(),
          percent(hand.ownNamed()),
          percent(hand.named()),
          number(hand.letters()));
    }
    table.row(
        "all",
        sum(hands, hand -> hand.drawn().lines()),
        percent(mean(hands, HandFigures::ownErrors)),
        percent(mean(hands, hand -> hand.written().errors())),
        missing(all(hands, HandFigures::written)),
        sum(hands, hand -> hand.drawn().unfinished()),
        sum(hands, hand -> hand.drawn().skipped()),
        sum(hands, hand -> hand.drawn().redrawn()),
        percent(mean(hands, HandFigures::ownNamed)),
        percent(mean(hands, HandFigures::named)),
        number(mean(hands, HandFigures::letters)));
    return table;
  }

  private static Table checked(List<HandFigures> hands) {
    Table table = new Table("hand", "misread, written %", "missing words", "unfinished", "redrawn");
    for (HandFigures hand : hands) {
      HandFigures.Checked checked = Objects.requireNonNull(hand.checked());
      table.row(
          hand.hand(),
          percent(checked.written().errors()),
          missing(checked.written()),
          checked.drawn().unfinished(),
          checked.drawn().redrawn());
    }
    table.row(
        "all",
        percent(mean(hands, hand -> Objects.requireNonNull(hand.checked()).written().errors())),
        missing(all(hands, hand -> Objects.requireNonNull(hand.checked()).written())),
        sum(hands, hand -> Objects.requireNonNull(hand.checked()).drawn().unfinished()),
        sum(hands, hand -> Objects.requireNonNull(hand.checked()).drawn().redrawn()));
    return table;
  }

  private static Table losses(List<HandFigures> hands) {
    Table table = new Table("hand", "nats per point", "nats per line", "points per line");
    for (HandFigures hand : hands) {
      HandFigures.Loss loss = hand.loss();
      table.row(
          hand.hand(),
          number(loss.natsPerPoint()),
          whole(loss.natsPerLine()),
          whole(loss.pointsPerLine()));
    }
    double line = hands.stream().mapToDouble(h -> h.loss().natsPerLine()).average().orElse(0);
    double points = hands.stream().mapToDouble(h -> h.loss().pointsPerLine()).average().orElse(1);
    table.row("all", number(line / points), whole(line), whole(points));
    return table;
  }

  /** The mean of a figure over all hands; null where one has none. */
  private static @Nullable Double mean(
      List<HandFigures> hands, Function<HandFigures, @Nullable Double> figure) {
    double sum = 0;
    for (HandFigures hand : hands) {
      Double value = figure.apply(hand);
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return hands.isEmpty() ? null : sum / hands.size();
  }

  private static int sum(List<HandFigures> hands, ToIntFunction<HandFigures> figure) {
    return hands.stream().mapToInt(figure).sum();
  }

  private static HandFigures.Read all(
      List<HandFigures> hands, Function<HandFigures, HandFigures.Read> read) {
    return new HandFigures.Read(
        0,
        sum(hands, hand -> read.apply(hand).words()),
        sum(hands, hand -> read.apply(hand).missingWords()));
  }

  private static String missing(HandFigures.Read read) {
    return read.missingWords() + " of " + read.words();
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.2f", 100 * share);
  }

  private static String number(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
