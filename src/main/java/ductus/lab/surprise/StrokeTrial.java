package ductus.lab.surprise;

import ductus.analysis.surprise.InkSurprise;
import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.ink.variation.HandVariation;
import ductus.lab.material.InkCorpus;
import ductus.lab.result.Outcome;
import ductus.lab.trial.TrialContext;
import ductus.math.Randomness;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** One stroke of a line of ink is moved: is it the one that surprises most? */
final class StrokeTrial {
  /** A stroke is moved so far, in x-heights. */
  private static final double NEAREST = 0.5;

  private static final double FARTHEST = 0.8;
  private static final int FEWEST_STROKES = 4;

  private StrokeTrial() {}

  static Outcome run(SurpriseSettings settings, Judge judge, TrialContext bench)
      throws BadFileException, InterruptedException, IOException {
    HandModel model = HandModel.open(HandModel.SHIPPED);
    List<String> known = model.network().config().styleNames();
    List<Hand> hands =
        InkCorpus.read(settings.hands()).hands().stream()
            .filter(hand -> known.contains(hand.name()))
            .toList();
    RandomGenerator random = Randomness.of(bench.seed());
    SurpriseRanks ranks = new SurpriseRanks();
    for (int i = 0; i < hands.size(); i++) {
      bench.reach((double) i / hands.size(), "");
      Hand hand = hands.get(i);
      LineComposer composer = new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING);
      try (InkSurprise reader = new InkSurprise(model, hand.name(), null)) {
        for (String text : HeldOutText.sentences(settings.lines())) {
          ComposedLine line =
              composer.compose(Characters.substituted(text, hand.characters()), random);
          int count = line.handwriting().strokes().size();
          if (count >= FEWEST_STROKES) {
            int odd = random.nextInt(1, count - 1);
            Handwriting ink = displaced(line.handwriting(), odd, random);
            ranks.add(
                switch (judge) {
                  case NETWORK -> reader.strokes(ink, line.text());
                  case RULE -> heights(ink);
                },
                odd);
          }
        }
      }
    }
    return ranks.outcome();
  }

  /** How far the middle of each stroke is above or below that of most strokes. */
  private static List<Double> heights(Handwriting ink) {
    List<Double> middles =
        ink.strokes().stream()
            .map(stroke -> Box.around(stroke.points()).orElseThrow().centerY())
            .toList();
    double usual = middles.stream().sorted().toList().get(middles.size() / 2);
    return middles.stream().map(middle -> Math.abs(middle - usual)).toList();
  }

  private static Handwriting displaced(Handwriting ink, int odd, RandomGenerator random) {
    double angle = random.nextDouble(2 * Math.PI);
    double way = random.nextDouble(NEAREST, FARTHEST);
    double dx = way * StrictMath.cos(angle);
    double dy = way * StrictMath.sin(angle);
    List<Stroke> strokes = new ArrayList<>(ink.strokes());
    strokes.set(
        odd,
        new Stroke(
            strokes.get(odd).points().stream()
                .map(point -> point.moved(point.x() + dx, point.y() + dy))
                .toList()));
    return ink.withStrokes(strokes);
  }
}
