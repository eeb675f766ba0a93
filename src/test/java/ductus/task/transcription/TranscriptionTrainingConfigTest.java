package ductus.task.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.model.CoreConfig;
import ductus.task.NetworkSizes;
import org.junit.jupiter.api.Test;

class TranscriptionTrainingConfigTest {
  private static String cell(String asked) {
    NetworkSizes sizes = TranscriptionTrainingConfig.USUAL.sizes();
    return TranscriptionTrainingConfig.USUAL
        .withSizes(
            new NetworkSizes(
                asked, sizes.layers(), sizes.hiddenSize(), null, sizes.dropout(), null))
        .core()
        .cell();
  }

  @Test
  void recurrentLayersGoInBothDirectionsWhetherItIsSaidOrNot() {
    assertEquals("gru" + CoreConfig.BIDIRECTIONAL, cell("gru"));
    assertEquals("gru" + CoreConfig.BIDIRECTIONAL, cell("gru" + CoreConfig.BIDIRECTIONAL));
    assertEquals(CoreConfig.FEED_FORWARD, cell(CoreConfig.FEED_FORWARD));
  }
}
