package ductus.task.handwriting.adaptation;

import ductus.generate.HandPrimer;
import ductus.ink.Handwriting;
import ductus.ink.encoding.PenEncoding;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.pen.PenBatch;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenSequence;
import ductus.nn.Tape;
import ductus.nn.attention.SoftWindow;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Finds what lines may go on from: the first words of a line of the hand's own. Where they end is
 * where the network's window, which reads along, goes on to the next word.
 */
final class PrimerChoice {
  /** Characters of a primer, the space behind it included. */
  private static final int SHORTEST = 6;

  private static final int LONGEST = 24;
  private static final int BEST = 12;

  /** Lines that are looked at. */
  private static final int MOST_LINES = 16;

  private final PenNetwork network;
  private final SoftWindow window;
  private final Tape tape;

  /** Creates a search for primers with a network that has learned the hand. */
  PrimerChoice(PenNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    window = network.window().orElseThrow();
    tape = new Tape(kernels, workers);
  }

  /** The primer whose length is best; none if no line has one. */
  HandPrimer among(List<Handwriting> lines, int hand) {
    List<Handwriting> some = lines.subList(0, Math.min(MOST_LINES, lines.size()));
    if (some.isEmpty()) {
      return HandPrimer.NONE;
    }
    List<PenSequence> encoded =
        some.stream()
            .map(
                line ->
                    PenEncoding.encode(
                        line,
                        line.text().orElseThrow(),
                        network.config().textWindow().alphabet(),
                        hand))
            .toList();
    PenBatch batch = new PenBatch(encoded, network.config());
    network.repack(tape);
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    network.loss(batch, 1, 0, tape);
    HandPrimer best = HandPrimer.NONE;
    for (int b = 0; b < encoded.size(); b++) {
      int[] places = places(encoded.get(b), b);
      int[] text = some.get(b).text().orElseThrow().codePoints().toArray();
      for (int length = SHORTEST; length <= Math.min(LONGEST, text.length - 1); length++) {
        int end = text[length - 1] == ' ' ? end(encoded.get(b), places, length) : 0;
        if (end > 0 && Math.abs(length - BEST) < Math.abs(best.characters() - BEST)) {
          best = HandPrimer.of(new String(text, 0, length), encoded.get(b), end);
        }
      }
    }
    return best;
  }

  /** The character that the window is at when each point is predicted. */
  private int[] places(PenSequence line, int row) {
    FMatrixRMaj weights = window.weights(tape);
    int[] places = new int[line.points()];
    for (int t = 0; t < places.length; t++) {
      int at = (t * tape.batch() + row) * weights.numCols;
      for (int u = 1; u < line.textLength(); u++) {
        if (weights.data[at + u] > weights.data[at + places[t]]) {
          places[t] = u;
        }
      }
    }
    return places;
  }

  /** Points before a character, if the pen is lifted there and does not come back; else 0. */
  private static int end(PenSequence line, int[] places, int character) {
    int end = places.length;
    while (end > 0 && places[end - 1] >= character) {
      end--;
    }
    boolean clean = end > 0 && end < places.length && line.penUp(end - 1);
    for (int t = 0; clean && t < end; t++) {
      clean = places[t] < character;
    }
    return clean ? end : 0;
  }
}
