package ductus.generate.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.pen.Alphabet;
import ductus.model.translation.AttentionChoice;
import ductus.model.translation.TargetBatch;
import ductus.model.translation.TextBatch;
import ductus.model.translation.TokenPair;
import ductus.model.translation.TranslationConfig;
import ductus.model.translation.TranslationNetwork;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TranslationSearchTest {
  private static final int[] SOURCE = {1, 2, 2, 1, 0};
  private static final int LONGEST = 2;

  private final Workers workers = new Workers(1);

  @AfterEach
  void endWorkers() {
    workers.close();
  }

  private static TranslationNetwork network(AttentionChoice attention) {
    Alphabet alphabet = new Alphabet("ab");
    TranslationNetwork network =
        new TranslationNetwork(
            new TranslationConfig(
                alphabet,
                alphabet,
                9,
                LONGEST,
                attention,
                4,
                new CoreConfig("gru+bidirectional", 2, 8)));
    network.initialize(Seeded.random(3));
    for (Parameter parameter : network.parameters()) {
      if (parameter.name().startsWith("head.weight")) {
        parameter.value().setData(Seeded.floats(parameter.size(), 2, Seeded.random(4)));
      }
    }
    return network;
  }

  private TranslationSearch<TextBatch> search(TranslationNetwork network, int width) {
    return new TranslationSearch<>(network, width, KernelChoice.best(), workers);
  }

  private static TextBatch one(int[] source) {
    return new TextBatch(List.of(source));
  }

  /** All targets that can end within the search, by the loss of a pass. */
  private List<int[]> ranked(TranslationNetwork network) {
    List<int[]> all = new ArrayList<>();
    addAll(new int[0], all);
    all.sort(Comparator.comparingDouble(target -> nats(network, target)));
    return all;
  }

  private static void addAll(int[] beginning, List<int[]> all) {
    int[] ended = java.util.Arrays.copyOf(beginning, beginning.length + 1);
    all.add(ended);
    if (ended.length <= 2 * LONGEST) {
      for (int character = 1; character <= 2; character++) {
        int[] longer = ended.clone();
        longer[beginning.length] = character;
        addAll(longer, all);
      }
    }
  }

  private double nats(TranslationNetwork network, int[] target) {
    Tape tape = new Tape(KernelChoice.best(), workers);
    network.repack(tape);
    TargetBatch<TextBatch> batch = network.batch(List.of(new TokenPair(SOURCE, target)));
    network.begin(batch, tape);
    return network.loss(batch, 1, tape);
  }

  @Test
  void aBeamAsWideAsAllBeginningsFindsTheLikeliestOfAllTargets() {
    for (AttentionChoice attention : AttentionChoice.values()) {
      TranslationNetwork network = network(attention);
      List<int[]> ranked = ranked(network);
      List<TranslationCandidate> found = search(network, 31).translate(one(SOURCE)).get(0);
      assertEquals(31, ranked.size());
      for (int i = 0; i < 10; i++) {
        TranslationCandidate candidate = found.get(i);
        assertEquals(network.config().target().text(ranked.get(i)), candidate.text());
        assertEquals(-nats(network, ranked.get(i)), candidate.logProbability(), 1e-4);
        assertTrue(candidate.ended());
        int glances = attention == AttentionChoice.NONE ? 0 : ranked.get(i).length;
        assertEquals(glances, candidate.glances());
        for (int t = 0; t < glances; t++) {
          double sum = 0;
          for (int u = 0; u < SOURCE.length; u++) {
            sum += candidate.glance(t, u);
          }
          assertEquals(1, sum, 1e-5);
        }
      }
    }
  }

  @Test
  void aNarrowBeamIsNoLikelierThanAWideOne() {
    TranslationNetwork network = network(AttentionChoice.ADDITIVE);
    double before = Double.NEGATIVE_INFINITY;
    for (int width : new int[] {1, 4, 31}) {
      List<TranslationCandidate> found = search(network, width).translate(one(SOURCE)).get(0);
      assertTrue(found.size() <= width);
      if (found.get(0).ended()) {
        assertTrue(found.get(0).logProbability() >= before);
        before = found.get(0).logProbability();
      }
    }
  }

  @Test
  void whatComesOfASourceDoesNotDependOnTheOthers() {
    TranslationNetwork network = network(AttentionChoice.MULTIPLICATIVE);
    List<int[]> sources = List.of(SOURCE, new int[] {2, 0}, new int[] {1, 1, 1, 2, 1, 2, 0});
    TranslationSearch<TextBatch> search = search(network, 3);
    List<List<TranslationCandidate>> together = search.translate(new TextBatch(sources));
    for (int s = 0; s < sources.size(); s++) {
      List<TranslationCandidate> alone = search.translate(one(sources.get(s))).get(0);
      assertEquals(
          alone.stream().map(TranslationCandidate::text).toList(),
          together.get(s).stream().map(TranslationCandidate::text).toList());
      assertEquals(alone.get(0).logProbability(), together.get(s).get(0).logProbability());
    }
  }

  @Test
  void whatDoesNotEndIsCut() {
    TranslationNetwork network = network(AttentionChoice.NONE);
    network.parameters().get(network.parameters().size() - 1).value().data[0] = -1000;
    TranslationCandidate cut = search(network, 2).translate(one(SOURCE)).get(0).get(0);
    assertEquals(2 * LONGEST + 1, cut.text().length());
    assertTrue(!cut.ended());
  }

  @Test
  void refusesABeamOfNothing() {
    TranslationNetwork network = network(AttentionChoice.NONE);
    assertThrows(IllegalArgumentException.class, () -> search(network, 0));
    assertThrows(IllegalArgumentException.class, () -> search(network, 101));
  }
}
