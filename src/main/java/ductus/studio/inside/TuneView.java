package ductus.studio.inside;

import ductus.analysis.unit.ReplayedTune;
import ductus.analysis.unit.UnitTrace;
import ductus.generate.Sampling;
import ductus.generate.hindsight.ReadSequence;
import ductus.studio.collection.PianoRollView;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A tune as the page looks into it.
 *
 * @param midi its file
 * @param sampling with which its tokens were drawn
 * @param tokens but the first, which all pieces begin with
 * @param cut whether more tokens follow than are shown
 */
record TuneView(
    String midi, PianoRollView roll, Sampling sampling, List<Token> tokens, boolean cut) {
  private static final int UNITS = 10;

  /**
   * A token.
   *
   * @param nats −log probability at temperature 1
   * @param entropy of what it was drawn from at temperature 1, in nats
   * @param given whether it was in the prompt
   * @param bar from 1; 0 where there is none
   * @param share of its bar that is over when it comes
   */
  record Token(String name, double nats, double entropy, boolean given, int bar, double share) {}

  /**
   * What a token was drawn from.
   *
   * @param choices all tokens that were allowed
   * @param units that fire most
   */
  record Step(List<Choice> choices, List<UnitTrace> units) {}

  /**
   * A token that could have come.
   *
   * @param drawn whether it came
   * @param turnedDown whether it would have been drawn again
   */
  record Choice(String name, double logit, boolean drawn, boolean turnedDown) {}

  static TuneView of(String midi, PianoRollView roll, InspectionCache.Tune tune) {
    ReplayedTune inside = tune.inside();
    ReadSequence read = inside.read();
    List<Token> tokens =
        IntStream.range(0, read.steps()).mapToObj(step -> token(inside, step)).toList();
    boolean cut = read.steps() + 1 == ReplayedTune.MOST_TOKENS;
    return new TuneView(midi, roll, tune.sampling(), tokens, cut);
  }

  private static Token token(ReplayedTune inside, int step) {
    ReadSequence read = inside.read();
    ReplayedTune.Place place = inside.place(step);
    // What a prompt holds, the grammar need not allow.
    double nats = read.nats(step);
    return new Token(
        inside.name(read.token(step)),
        Double.isFinite(nats) ? nats : 0,
        read.entropy(step),
        place.given(),
        place.bar(),
        place.share());
  }

  static Step step(ReplayedTune inside, int step) {
    ReadSequence read = inside.read();
    Set<Integer> turnedDown = inside.turnedDown(step);
    List<Choice> choices =
        IntStream.range(0, read.vocabularySize())
            .filter(token -> Float.isFinite(read.logit(step, token)))
            .mapToObj(
                token ->
                    new Choice(
                        inside.name(token),
                        read.logit(step, token),
                        token == read.token(step),
                        turnedDown.contains(token)))
            .toList();
    return new Step(choices, UnitTrace.strongest(read, step, UNITS));
  }
}
