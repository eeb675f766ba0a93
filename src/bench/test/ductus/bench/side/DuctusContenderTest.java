package ductus.bench.side;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.bench.contender.Setting;
import ductus.bench.contender.SyntheticBatches;
import ductus.bench.contender.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuctusContenderTest {
  private static final Setting SETTING = new Setting(12, 8, 20, 2, 8, 16);

  @Test
  void learnsABatchByHeart() {
    for (String cell : OwnSide.cells()) {
      DuctusContender contender = new DuctusContender(new Workload(SETTING, cell, 1));
      int[][] windows = new SyntheticBatches(SETTING).next();
      double first = contender.train(windows);
      assertEquals(Math.log(12), first, 0.5, cell);
      double last = first;
      for (int update = 0; update < 200; update++) {
        last = contender.train(windows);
      }
      assertTrue(last < first - 0.5, cell + " fell from " + first + " to " + last);
    }
  }

  @Test
  void learnsTheSameOnTwoThreads() {
    for (String cell : OwnSide.cells()) {
      DuctusContender one = new DuctusContender(new Workload(SETTING, cell, 1));
      DuctusContender two = new DuctusContender(new Workload(SETTING, cell, 2));
      SyntheticBatches batches = new SyntheticBatches(SETTING);
      for (int update = 0; update < 5; update++) {
        int[][] windows = batches.next();
        assertEquals(one.train(windows), two.train(windows), cell);
      }
    }
  }

  @Test
  void generatesTokensOfTheVocabulary() {
    DuctusContender contender = new DuctusContender(new Workload(SETTING, "lstm", 1));
    int token = 0;
    for (int i = 0; i < 1000; i++) {
      token = contender.generate(token);
      assertTrue(token >= 0 && token < 12, "token " + token);
    }
  }

  @Test
  void knowsWhichCellsThereAre() {
    assertEquals(List.of("lstm", "gru", "elman"), OwnSide.cells());
    assertFalse(DuctusContender.knows("transformer"));
  }
}
